import type { Actor } from './actor'
import { type RegionCode, regionCovers } from './region'
import type { Role, StaffRole } from './role'
import type { UnitId } from './unit'
import type { RefusalCode } from '../refusal'

/** The city's own code ends in 00 (`440900`); a county's does not. */
export const isCityRegion = (code: RegionCode): boolean => code.length === 6 && code.endsWith('00')

/**
 * True when the region holds all the places. A matter without a place is the city's: a county
 * cannot say that it lies inside.
 */
export const coversAll = (outer: RegionCode | null, places: readonly RegionCode[]): boolean => {
  if (outer === null) return false
  if (places.length === 0) return isCityRegion(outer)
  return places.every((place) => regionCovers(outer, place))
}

/** The smallest region that holds all the places, else the city they share; null for none. */
export const coveringRegion = (places: readonly RegionCode[]): RegionCode | null => {
  const first = places[0]
  if (first === undefined) return null
  if (places.every((place) => regionCovers(first, place))) return first
  const outer = [first.slice(0, 9), first.slice(0, 6)].find((code) =>
    places.every((place) => regionCovers(code, place)),
  )
  return outer ?? `${first.slice(0, 4)}00`
}

/** Role first, then region: null when the actor holds the role for all the places. */
export const holdsRegion = (
  actor: Actor,
  role: Role,
  places: readonly RegionCode[],
): RefusalCode | null => {
  if (actor.role !== role) return 'ACCESS.ROLE'
  return coversAll(actor.regionCode, places) ? null : 'ACCESS.REGION'
}

/**
 * As `holdsRegion`, and no unit of whoever acts has a part in the work: nobody in their own cause, so
 * that an office which does the work leaves it to the region above.
 */
export const officeForeignTo = (
  actor: Actor,
  role: Role,
  { regionCodes, doingUnitIds }: Pick<OfficeMatter, 'regionCodes' | 'doingUnitIds'>,
): RefusalCode | null => {
  const refusal = holdsRegion(actor, role, regionCodes)
  if (refusal) return refusal
  const own = actor.unitId === null ? actor.belongsTo : [actor.unitId, ...actor.belongsTo]
  return own.some((id) => doingUnitIds.includes(id)) ? 'ACCESS.UNIT' : null
}

/** Decisions on a task, or what residents say of it, as the office deals with them. */
export interface OfficeMatter {
  readonly regionCodes: readonly RegionCode[]
  readonly doingUnitIds: readonly UnitId[]
  /** Roles that nobody at the city holds who is foreign to the work. */
  readonly leftToLeader?: readonly Role[]
}

const isLeft = (role: Role, { leftToLeader = [] }: OfficeMatter): boolean =>
  leftToLeader.includes(role)

export interface OfficeOwing {
  readonly roles: readonly Role[]
  readonly hiddenFrom: readonly UnitId[]
}

/** Who owes the word of the office or the desk on it, and who is not asked. */
export const officeOwing = (role: Role, matter: OfficeMatter): OfficeOwing =>
  isLeft(role, matter)
    ? { roles: ['cityLeader'], hiddenFrom: [] }
    : { roles: [role], hiddenFrom: matter.doingUnitIds }

/** As `officeForeignTo`; the city's leader, above whom is nobody, where it is left to them. */
export const officeOrLeader = (
  actor: Actor,
  role: Role,
  matter: OfficeMatter,
): RefusalCode | null =>
  actor.role === 'cityLeader' && isLeft(role, matter)
    ? holdsRegion(actor, 'cityLeader', matter.regionCodes)
    : officeForeignTo(actor, role, matter)

/** 责任单位经办 or 负责人: both act for their unit. A firm has neither. */
export const unitRolesOfStaff = ['unitStaff', 'unitLeader'] as const satisfies readonly StaffRole[]
export const isUnitRole = (role: Role): boolean => unitRolesOfStaff.some((each) => each === role)

/** Role first, then unit: null when the actor acts for one of the units. */
export const actsForUnit = (actor: Actor, unitIds: readonly UnitId[]): RefusalCode | null => {
  if (!isUnitRole(actor.role)) return 'ACCESS.ROLE'
  return actor.unitId !== null && unitIds.includes(actor.unitId) ? null : 'ACCESS.UNIT'
}
