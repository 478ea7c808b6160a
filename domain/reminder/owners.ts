import type { Actor } from '../organization/actor'
import { regionPath } from '../organization/region-path'
import type { Role } from '../organization/role'
import type { Obligation } from './obligation'

/**
 * Who owes something, as keys that an obligation carries and an actor has one of, so that a to-do
 * reads what is owed by its reader and nothing else.
 */
export type OwnerKey = string

/** Roles that owe as a body; the others owe as an office of a region. */
const bodyRoles: readonly Role[] = ['unitStaff', 'unitLeader', 'villageOfficer', 'enterpriseAgent']

/** A body by its unit; what no unit owes by every office whose region holds the place. */
export const ownerKeysOf = ({
  unitId,
  roles,
  regionCode,
}: Pick<Obligation, 'unitId' | 'roles' | 'regionCode'>): OwnerKey[] => {
  const bodies = unitId === null ? regionPath(regionCode) : [unitId]
  return roles
    .filter((role) => bodyRoles.includes(role) === (unitId !== null))
    .flatMap((role) => bodies.map((body) => `${role}@${body}`))
}

/** The key this actor owes by. */
export const ownerKeyOf = ({ role, unitId, regionCode }: Actor): OwnerKey =>
  `${role}@${(bodyRoles.includes(role) ? unitId : regionCode) ?? ''}`
