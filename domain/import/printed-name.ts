import type { Actor } from '../organization/actor'
import { holdsRegion } from '../organization/scope'
import type { Unit, UnitId } from '../organization/unit'
import type { Refusal } from '../refusal'

/** What a reviewer says of a name as a list prints it: which unit of the register it means. */
export interface PrintedName {
  readonly printed: string
  readonly unitId: UnitId
}

/**
 * Why this printed name may not be remembered for that unit, or null. Only a name of the draft that
 * nobody is known by: what another unit goes by is never taken away from it.
 * @param unknown names of the draft that stand for no unit and for no group of them
 */
export const whyNotRemember = (
  unknown: readonly string[],
  printed: string,
  unit: Unit | undefined,
  actor: Actor,
): Refusal | null => {
  if (!unknown.includes(printed)) return { code: 'THING.CHANGED', fields: ['named'] }
  if (!unit) return { code: 'THING.NOT_FOUND', fields: ['named'] }
  const code = holdsRegion(actor, 'coordinator', [unit.regionCode])
  return code && { code, fields: ['named'] }
}

/** The unit, from now on known by that name too. */
export const rememberedAs = (unit: Unit, printed: string): Unit =>
  printed === unit.name || unit.aliases.includes(printed)
    ? unit
    : { ...unit, aliases: [...unit.aliases, printed] }
