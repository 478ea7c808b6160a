import { mergeFeedback } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { changeReport } from '../change-report'
import { requireReport } from '../require-report'
import type { Parts } from '../parts'

/** Enough to know whether this is the third report of the matter. */
const enough = 2

/** 合并 into another report of the same matter; both reporters keep getting the news. */
export const merge =
  (parts: Parts): Handler<'feedback.merge'> =>
  async ({ feedbackId, intoId }, call) => {
    const into = await requireReport(parts, intoId, call.actor)
    const reportsOfMatter = 1 + (await parts.feedback.mergedInto([intoId], enough)).length
    return changeReport(parts, call, feedbackId, false, (feedback, facts) => ({
      next: mergeFeedback(feedback, { into, reportsOfMatter }, call.actor, facts),
      event: 'merge',
      changes: { intoId },
    }))
  }
