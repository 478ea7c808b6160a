import { whyNotReadFeedback } from '@/domain/feedback/readers'
import { mergeFeedback } from '@/domain/feedback/transitions'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import { requireReport } from '../require-report'
import type { Parts } from '../parts'

/** Enough to know whether this is the third report of the matter. */
const enough = 2

/**
 * 合并 into another report of the same matter; both reporters keep getting the news. The other one
 * is read again in the transaction: it may have been answered, or merged into this one, since.
 */
export const merge =
  (parts: Parts): Handler<'feedback.merge'> =>
  async ({ feedbackId, intoId }, call) => {
    const found = await requireReport(parts, intoId, call.actor)
    const reportsOfMatter = 1 + (await parts.feedback.mergedInto([intoId], enough)).length
    return parts.writer.act(handledReport, call, feedbackId, 'merge', (feedback, facts) => {
      const into = { into: found, reportsOfMatter }
      return {
        next: mergeFeedback(feedback, into, call.actor, facts),
        changes: { intoId },
        also: ({ transaction }) =>
          parts.feedback.hold(intoId, (now) => {
            refuseIf(whyNotReadFeedback(now, call.actor))
            mergeFeedback(feedback, { ...into, into: now ?? found }, call.actor, facts)
          })(transaction),
      }
    })
  }
