import { returnToIntake as decideReturn } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { changeReport } from '../change-report'
import type { Parts } from '../parts'

/** 退回受理: not this unit's matter. */
export const returnToIntake =
  (parts: Parts): Handler<'feedback.returnToIntake'> =>
  async ({ feedbackId, reason }, call) =>
    changeReport(parts, call, feedbackId, false, (feedback, facts) => ({
      next: decideReturn(feedback, { reason }, call.actor, facts),
      event: 'returnToIntake',
      changes: { unitId: feedback.unitId },
      note: reason,
    }))
