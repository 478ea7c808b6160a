import { extendAnswer as decideExtension } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { tellLater } from '../../_stores/message-store'
import { changeReport } from '../change-report'
import { requireReport } from '../require-report'
import type { Parts } from '../parts'
import { noticesToReporters } from '../tell-reporters'

/** +30 days, once, and every reporter of the matter is told. */
export const extendAnswer =
  (parts: Parts): Handler<'feedback.extendAnswer'> =>
  async ({ feedbackId, reason }, call) => {
    const notices = await noticesToReporters(
      parts,
      await requireReport(parts, feedbackId, call.actor),
    )
    return changeReport(parts, call, feedbackId, false, (feedback, facts) => {
      const next = decideExtension(feedback, { reason }, call.actor, facts)
      const toTell = notices({ notice: 'answerExtended', node: 'extend', dueOn: next.answerDueOn })
      return {
        next,
        event: 'extendAnswer',
        changes: { from: feedback.answerDueOn, to: next.answerDueOn },
        note: reason,
        also: tellLater(toTell, call.now),
      }
    })
  }
