import { extendAnswer as decideExtension } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'
import { tellReporters } from '../tell-reporters'

/** +30 days, once, and every reporter of the matter is told. */
export const extendAnswer =
  (parts: Parts): Handler<'feedback.extendAnswer'> =>
  async ({ feedbackId, reason }, call) =>
    parts.writer.act(handledReport, call, feedbackId, 'extendAnswer', (feedback, facts) => {
      const next = decideExtension(feedback, { reason }, call.actor, facts)
      // Each of several reporters reads the new day with the own report: the matter's tells when it began.
      const news = { notice: 'answerExtended', node: 'extend', dueOn: null } as const
      return {
        next,
        changes: { from: feedback.answerDueOn, to: next.answerDueOn },
        note: reason,
        also: tellReporters(parts, next, news, call),
      }
    })
