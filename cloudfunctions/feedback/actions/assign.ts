import { assignFeedback } from '@/domain/feedback/transitions'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { changeReport } from '../change-report'
import type { Parts } from '../parts'

/** 分办 to a unit that the report does not accuse. */
export const assign =
  (parts: Parts): Handler<'feedback.assign'> =>
  async ({ feedbackId, unitId }, call) => {
    const units = await parts.organization.units([unitId])
    if (!units.has(unitId)) throw new RuleError('THING.NOT_FOUND', ['unitId'])
    return changeReport(parts, call, feedbackId, false, (feedback, facts) => ({
      next: assignFeedback(feedback, { unitId }, call.actor, facts),
      event: 'assign',
      changes: { unitId },
    }))
  }
