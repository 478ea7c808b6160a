import type { Actor, MembershipId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { regionPath } from '../organization/region-path'
import { isUnitRole } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import type { Refusal } from '../refusal'
import type { Feedback } from './feedback'
import { feedbackViewFor, givenOut, maySeeOriginal } from './policy'

/** A staff list of reports: the keys its rows carry, and the units that may not be accused in one. */
export interface DeskList {
  readonly keys: readonly string[]
  readonly unitIds: readonly UnitId[]
}

const intakeKey = (code: RegionCode): string => `intake ${code}`
const officeKey = (code: RegionCode): string => `office ${code}`
const personKey = (id: MembershipId): string => `desk ${id}`
const unitKey = (id: UnitId): string => `unit ${id}`

/** The desk's key: one of the region's intake, or of whom the report was handed over to. */
const deskKeys = ({ desk }: Feedback, regions: readonly RegionCode[]): string[] => {
  if (desk === null) return regions.map(intakeKey)
  return ['membershipId' in desk ? personKey(desk.membershipId) : intakeKey(desk.regionCode)]
}

/**
 * The lists on which a report stands, by the same rule as `feedbackViewFor` but for accusation,
 * which a query asks by `DeskList.unitIds`.
 *
 * @param city region whose desks have the reports without a place
 */
export const readerKeys = (feedback: Feedback, city: RegionCode): string[] => {
  const { regionCode, admittedOn, unitId, state } = feedback
  const regions = regionPath(regionCode ?? city)
  return [
    ...deskKeys(feedback, regions),
    ...(admittedOn === null ? [] : regions.map(officeKey)),
    ...(unitId !== null && givenOut.includes(state) ? [unitKey(unitId)] : []),
  ]
}

/** The list an actor has; null for roles that handle no reports. */
export const deskListOf = (actor: Actor): DeskList | null => {
  const { role, regionCode, unitId, membershipId, belongsTo: unitIds } = actor
  if (unitId === null || regionCode === null) return null
  const own = membershipId === null ? [] : [personKey(membershipId)]
  if (role === 'intake') return { keys: [intakeKey(regionCode)], unitIds }
  if (role === 'coordinator') return { keys: [officeKey(regionCode)], unitIds }
  if (role === 'inspector') return { keys: [officeKey(regionCode), ...own], unitIds }
  // A leader is a desk only of what was handed over to them.
  if (role === 'cityLeader') return { keys: own, unitIds }
  return isUnitRole(role) ? { keys: [unitKey(unitId)], unitIds } : null
}

/**
 * Null when the policy gives the actor a staff view of the report. What one may not see and what
 * does not exist have one answer: whoever is accused never learns that there is a report.
 */
export const whyNotReadFeedback = (feedback: Feedback | null, actor: Actor): Refusal | null =>
  feedback !== null && feedbackViewFor(feedback, actor, false) !== null
    ? null
    : { code: 'THING.NOT_FOUND' }

/** Why the actor may not open identity and original words, or null. */
export const whyNotOpenOriginal = (feedback: Feedback, actor: Actor): Refusal | null => {
  if (maySeeOriginal(feedback, actor)) return null
  return whyNotReadFeedback(feedback, actor) ?? { code: 'ACCESS.ROLE' }
}
