import { isDesk } from '@/domain/feedback/desk'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { holdersOfDesk, possibleDesks } from '../next-desks'
import type { Parts } from '../parts'
import { requireReport } from '../require-report'

/** 转交给谁: the intake of the region above, else inspectors by name; nobody who is accused. */
export const listNextDesks =
  (parts: Parts): Handler<'feedback.listNextDesks'> =>
  async ({ feedbackId, accusedUnitIds }, call) => {
    const feedback = await requireReport(parts, feedbackId, call.actor)
    if (!isDesk(feedback, call.actor)) throw new RuleError('ACCESS.ROLE')
    const { desks, holders } = await possibleDesks(parts, feedback, call.actor, accusedUnitIds)
    const accused = [...accusedUnitIds, ...feedback.accusedUnitIds]
    const rows = desks.flatMap((desk) => {
      const [holder] = holdersOfDesk(desk, holders, accused)
      return holder ? [{ desk, holder }] : []
    })
    const [units, regions] = await Promise.all([
      parts.organization.units(rows.map(({ holder }) => holder.unitId)),
      parts.organization.regions(rows.map(({ holder }) => holder.regionCode)),
    ])
    return {
      desks: rows.map(({ desk, holder }) => ({
        to: desk,
        name:
          'membershipId' in desk
            ? (holder.name ?? '')
            : (regions.get(holder.regionCode)?.name ?? ''),
        unitName: units.get(holder.unitId)?.name ?? '',
      })),
    }
  }
