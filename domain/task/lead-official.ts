import type { Actor, MembershipId } from '../organization/actor'
import { coversAll, isUnitRole } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import { answeringUnitOf } from './responsibility'
import type { RectificationTask } from './task'

/** 牵头领导: whom the list prints, and the person whom the office chose. */
export interface LeadOfficial {
  /** As the importer read it, '' where the list names nobody; never changed by the choice. */
  readonly printed: string
  readonly person: LeadPerson | null
}

export interface LeadPerson {
  readonly membershipId: MembershipId
  /** As when chosen. */
  readonly name: string
  readonly unitId: UnitId
}

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
