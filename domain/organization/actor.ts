import type { RegionCode } from './region'
import type { Role, StaffRole } from './role'
import type { UnitId, UnitKind } from './unit'

export type PersonId = string
export type MembershipId = string

/** Gives a person one role at one unit or for one region. A person may hold several. */
export interface Membership {
  readonly id: MembershipId
  readonly personId: PersonId
  readonly role: StaffRole
  readonly unitId: UnitId
  readonly regionCode: RegionCode
}

/**
 * Who acts in one call: a person in one of their roles, built on the server from the call's
 * context and the chosen membership. `personId` is null for timers and for anonymous reports.
 */
export interface Actor {
  readonly personId: PersonId | null
  readonly membershipId: MembershipId | null
  readonly role: Role
  readonly unitId: UnitId | null
  readonly unitKind: UnitKind | null
  readonly regionCode: RegionCode | null
  /** Every unit the person is a member of, in whatever role they act now: who is accused stays so. */
  readonly belongsTo: readonly UnitId[]
}

export const systemActor: Actor = {
  personId: null,
  membershipId: null,
  role: 'system',
  unitId: null,
  unitKind: null,
  regionCode: null,
  belongsTo: [],
}
