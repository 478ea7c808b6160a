import { assignFeedback } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'
import { requireUnits } from '../require-units'

/** 分办 to a unit that the report does not accuse. */
export const assign =
  (parts: Parts): Handler<'feedback.assign'> =>
  async ({ feedbackId, unitId }, call) => {
    await requireUnits(parts, [unitId], 'unitId')
    return parts.writer.act(handledReport, call, feedbackId, 'assign', (feedback, facts) => ({
      next: assignFeedback(feedback, { unitId }, call.actor, facts),
      changes: { unitId },
    }))
  }
