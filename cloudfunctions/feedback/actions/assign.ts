import { assignFeedback } from '@/domain/feedback/transitions'
import type { UnitId } from '@/domain/organization/unit'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'
import { lookerFor } from '../looker'
import { requireUnits } from '../require-units'

/**
 * What no unit goes by is refused before the report is looked for: the answer says nothing of any
 * report. Whether somebody there could answer is told after the law of the report.
 * @throws RuleError `THING.NOT_FOUND`
 */
const isAble = async (parts: Parts, unitId: UnitId): Promise<boolean> => {
  if ((await parts.members.ableAmong([unitId])).has(unitId)) return true
  await requireUnits(parts, [unitId], 'unitId')
  return false
}

/** 分办 to a unit that can answer and that the report does not accuse; a second look too. */
export const assign =
  (parts: Parts): Handler<'feedback.assign'> =>
  async ({ feedbackId, unitId }, call) => {
    const able = await isAble(parts, unitId)
    return parts.writer.act(handledReport, call, feedbackId, 'assign', async (feedback, facts) => {
      const isAgain = feedback.state === 'secondLook'
      const given = {
        unitId,
        ...(isAgain && { looker: await lookerFor(parts, feedback, unitId) }),
      }
      const next = assignFeedback(feedback, given, call.actor, facts)
      if (!able) throw new RuleError('ORGANIZATION.NOBODY_THERE', ['unitId'])
      return { next, changes: { unitId } }
    })
  }
