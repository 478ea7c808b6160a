import type { Actor } from '../organization/actor'
import { coversAll, isUnitRole } from '../organization/scope'
import type { LeadOfficial, LeadPerson } from './lead-person'
import { answeringUnitOf } from './responsibility'
import type { RectificationTask } from './task'

/** A leader of the city, or somebody of the unit that answers for the whole. */
export const mayLead = (
  { role, unitId, regionCode }: Pick<Actor, 'role' | 'unitId' | 'regionCode'>,
  { units, regionCodes }: Pick<RectificationTask, 'units' | 'regionCodes'>,
): boolean => {
  if (role === 'cityLeader') return coversAll(regionCode, regionCodes)
  return isUnitRole(role) && unitId !== null && unitId === answeringUnitOf(units)
}

/** With another person, or with none; the printed words stay. */
export const withLeadPerson = (
  { leadOfficial }: Pick<RectificationTask, 'leadOfficial'>,
  person: LeadPerson | null,
): LeadOfficial => ({ printed: leadOfficial?.printed ?? '', person })
