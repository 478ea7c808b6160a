import { recheckPulledByMerge, withRelapseOf } from '@/domain/feedback/relapse'
import { mergeFeedback } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import { relapseOn } from '../relapse-on'
import { readableReport } from '../require-report'
import type { Parts } from '../parts'

/**
 * 合并 into another report of the same matter; both reporters keep getting the news. The other one
 * is read and written in the transaction: it must not be answered, or merged into this one, meanwhile.
 * A report of relapse leaves the re-check that it asks for.
 */
export const merge =
  (parts: Parts): Handler<'feedback.merge'> =>
  ({ feedbackId, intoId }, call) =>
    parts.writer.act(handledReport, call, feedbackId, 'merge', async (feedback, facts, read) => {
      const into = readableReport(await parts.feedback.findIn(read, intoId), call.actor)
      const taskId = recheckPulledByMerge(feedback, into)
      const joined = await parts.feedback.joinedTo(into)
      return {
        next: mergeFeedback(feedback, { into, reportsOfMatter: 1 + joined }, call.actor, facts),
        changes: { intoId },
        also: async (acting) => {
          await acting.changeQuietly(handledReport, intoId, (now) => ({
            ...withRelapseOf(feedback, now),
            joined: joined + 1,
          }))
          if (taskId !== null) await relapseOn(acting, taskId)
        },
      }
    })
