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
const bodyRoles: readonly Role[] = [
  'unitStaff',
  'unitLeader',
  'villageOfficer',
  'enterpriseAgent',
  'enforcer',
]

/**
 * A body by its unit; what no unit owes by every office whose region holds the place, or by the one
 * of an office that is named.
 */
export const ownerKeysOf = ({
  unitId,
  heldBy,
  roles,
  regionCode,
}: Pick<Obligation, 'unitId' | 'heldBy' | 'roles' | 'regionCode'>): OwnerKey[] => {
  if (heldBy !== null) return roles.map((role) => `${role}@${heldBy}`)
  const bodies = unitId === null ? regionPath(regionCode) : [unitId]
  return roles
    .filter((role) => bodyRoles.includes(role) === (unitId !== null))
    .flatMap((role) => bodies.map((body) => `${role}@${body}`))
}

/** The keys this actor owes by: as a body, or as an office and by name. */
export const ownerKeysOfActor = ({ role, unitId, regionCode, membershipId }: Actor): OwnerKey[] => {
  const owners = [bodyRoles.includes(role) ? unitId : regionCode, membershipId]
  return owners.flatMap((owner) => (owner === null ? [] : [`${role}@${owner}`]))
}
