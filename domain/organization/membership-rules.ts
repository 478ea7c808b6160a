import { type Refusal } from '../refusal'
import type { Actor, Membership, PersonId } from './actor'
import { type RegionCode, regionCovers } from './region'
import { roles, type StaffRole } from './role'
import type { Unit, UnitKind } from './unit'

const villageBodies: readonly UnitKind[] = ['partyBranch', 'villagersCommittee']
export const isVillageBody = (kind: UnitKind): boolean => villageBodies.includes(kind)

/** Roles that only one sort of body has. */
const kindsOfRole: Readonly<Partial<Record<StaffRole, readonly UnitKind[]>>> = {
  villageOfficer: villageBodies,
  enterpriseAgent: ['enterprise'],
}

/** A firm has its agents and no desk: what an office sees is not for who is looked at. */
export const fitsUnit = (role: StaffRole, kind: UnitKind): boolean =>
  kindsOfRole[role]?.includes(kind) ?? kind !== 'enterprise'

/** Roles that somebody can have at such a unit, for the page that invites. */
export const rolesOfUnitKind = (kind: UnitKind): StaffRole[] =>
  roles.filter(
    (role): role is StaffRole => role !== 'resident' && role !== 'system' && fitsUnit(role, kind),
  )

/** 系统管理 of a region manages what lies in it. */
export const whyNotManage = (actor: Actor, places: readonly RegionCode[]): Refusal | null => {
  if (actor.role !== 'administrator') return { code: 'ACCESS.ROLE' }
  const own = actor.regionCode
  const isInside = own !== null && places.every((place) => regionCovers(own, place))
  return isInside ? null : { code: 'ACCESS.REGION' }
}

/** Why this person may not invite somebody to this role, or null. */
export const whyNotInvite = (
  actor: Actor,
  invited: { readonly role: StaffRole; readonly unit: Unit; readonly regionCode: RegionCode },
): Refusal | null => {
  const stranger = whyNotManage(actor, [invited.regionCode, invited.unit.regionCode])
  if (stranger)
    return { ...stranger, fields: stranger.code === 'ACCESS.REGION' ? ['regionCode'] : [] }
  if (!fitsUnit(invited.role, invited.unit.kind))
    return { code: 'ACCESS.UNIT', fields: ['unitKey'] }
  // 只管本村: a village's officer speaks for no other place.
  const isElsewhere =
    invited.role === 'villageOfficer' && invited.regionCode !== invited.unit.regionCode
  return isElsewhere ? { code: 'ACCESS.REGION', fields: ['regionCode'] } : null
}

/** Why an invitation may not hand this membership over, or null: it is taken on as it is. */
export const whyNotHandOver = (
  replacesId: string | null,
  replaced: Omit<Membership, 'id' | 'personId'> | null,
  scope: Omit<Membership, 'id' | 'personId'>,
): Refusal | null => {
  if (replacesId === null) return null
  const isSame =
    replaced?.role === scope.role &&
    replaced.unitId === scope.unitId &&
    replaced.regionCode === scope.regionCode
  return isSame ? null : { code: 'THING.NOT_FOUND', fields: ['replacesId'] }
}

/** Money is entered and audited by two persons. */
const apart: readonly (readonly [StaffRole, StaffRole])[] = [['financeOfficer', 'auditor']]

/** Why a person with these memberships may not get this role as well, or null. */
export const whyNotHold = (
  held: readonly Pick<Membership, 'role'>[],
  role: StaffRole,
): Refusal | null => {
  const clash = apart.some(
    (pair) =>
      pair.includes(role) && held.some((own) => own.role !== role && pair.includes(own.role)),
  )
  return clash ? { code: 'ACCESS.SAME_PERSON' } : null
}

/** Why this person may not take an invitation, or null. Nobody gives a role to themselves. */
export const whyNotAccept = (
  personId: PersonId,
  held: readonly Pick<Membership, 'role'>[],
  { role, invitedById }: { readonly role: StaffRole; readonly invitedById: PersonId },
): Refusal | null =>
  personId === invitedById ? { code: 'ACCESS.SAME_PERSON' } : whyNotHold(held, role)

/** Why this person may not end a membership. Nobody ends the one they act by: one always stays. */
export const whyNotEnd = (
  actor: Actor,
  membership: Pick<Membership, 'id' | 'regionCode'>,
): Refusal | null => {
  const stranger = whyNotManage(actor, [membership.regionCode])
  if (stranger) return stranger
  return membership.id === actor.membershipId ? { code: 'ACCESS.SAME_PERSON' } : null
}
