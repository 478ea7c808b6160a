import { whyNotReadFeedback } from '@/domain/feedback/readers'
import { recheckPulledByMerge, withRelapseOf } from '@/domain/feedback/relapse'
import { mergeFeedback } from '@/domain/feedback/transitions'
import { refuseIf } from '@/domain/refusal'
import type { TaskId } from '@/domain/task/task'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import { relapseOn } from '../relapse-on'
import { requireReport } from '../require-report'
import type { Parts } from '../parts'

/** Enough to know whether this is the third report of the matter. */
const enough = 2

/**
 * 合并 into another report of the same matter; both reporters keep getting the news. The other one
 * is read again in the transaction: it may have been answered, or merged into this one, since. A report
 * of relapse leaves the re-check that it asks for.
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
        also: async (acting) => {
          const pulled: TaskId[] = []
          await acting.changeQuietly(handledReport, intoId, (now) => {
            refuseIf(whyNotReadFeedback(now, call.actor))
            mergeFeedback(feedback, { ...into, into: now }, call.actor, facts)
            const taskId = recheckPulledByMerge(feedback, now)
            if (taskId !== null) pulled.push(taskId)
            return withRelapseOf(feedback, now)
          })
          for (const taskId of pulled) await relapseOn(acting, taskId)
        },
      }
    })
  }
