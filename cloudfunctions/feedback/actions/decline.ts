import { decline as decideDecline } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { tellLater } from '../../_stores/message-store'
import { changeReport } from '../change-report'
import { requireReport } from '../require-report'
import type { Parts } from '../parts'
import { noticesToReporters } from '../tell-reporters'

/** 不予受理, with the reason and where to go instead. */
export const decline =
  (parts: Parts): Handler<'feedback.decline'> =>
  async ({ feedbackId, reason }, call) => {
    const notices = await noticesToReporters(
      parts,
      await requireReport(parts, feedbackId, call.actor),
    )
    return changeReport(parts, call, feedbackId, false, (feedback, facts) => ({
      next: decideDecline(feedback, { reason }, call.actor, facts),
      event: 'decline',
      changes: {},
      note: reason,
      also: tellLater(
        notices({ notice: 'feedbackDeclined', node: 'decline', dueOn: null }),
        call.now,
      ),
    }))
  }
