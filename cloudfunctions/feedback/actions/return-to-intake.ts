import { returnToIntake as decideReturn } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'

/** 退回受理: not this unit's matter. */
export const returnToIntake =
  (parts: Parts): Handler<'feedback.returnToIntake'> =>
  async ({ feedbackId, reason }, call) =>
    parts.writer.act(handledReport, call, feedbackId, 'returnToIntake', (feedback, facts) => ({
      next: decideReturn(feedback, { reason }, call.actor, facts),
      changes: { unitId: feedback.unitId },
      note: reason,
    }))
