import { type Refusal } from '../refusal'
import type { Actor, Membership, PersonId } from './actor'
import { type RegionCode, regionCovers } from './region'
import { isFilled } from '../given'
import { type StaffRole, staffRoles } from './role'
import type { Unit, UnitKind } from './unit'

const villageBodies: readonly UnitKind[] = ['partyBranch', 'villagersCommittee']
export const isVillageBody = (kind: UnitKind): boolean => villageBodies.includes(kind)

/**
 * Bodies that can have power of enforcement. A special group and the committees of a place
 * only coordinate, a village body and a firm have none.
 */
const enforcingKinds: readonly UnitKind[] = ['department', 'zone', 'town']
export const isEnforcing = (kind: UnitKind): boolean => enforcingKinds.includes(kind)

/** Roles that only one sort of body has. */
const kindsOfRole: Readonly<Partial<Record<StaffRole, readonly UnitKind[]>>> = {
  villageOfficer: villageBodies,
  enterpriseAgent: ['enterprise'],
}

/** What a unit is, as far as roles ask for it. */
interface Body {
  readonly kind: UnitKind
  readonly enforcementPaper?: string | null
}

/**
 * A firm has its agents and no desk: what an office sees is not for who is looked at. Only an
 * enforcement body with its legal paper has people who may enter one (国办发〔2024〕54号).
 */
export const fitsUnit = (role: StaffRole, { kind, enforcementPaper }: Body): boolean => {
  if (role === 'enforcer') return isEnforcing(kind) && isFilled(enforcementPaper)
  return kindsOfRole[role]?.includes(kind) ?? kind !== 'enterprise'
}

/** Roles that somebody can have at such a unit, for the page that invites. */
export const rolesOfUnit = (body: Body): StaffRole[] =>
  staffRoles.filter((role) => fitsUnit(role, body))

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
  if (!fitsUnit(invited.role, invited.unit)) return { code: 'ACCESS.UNIT', fields: ['unitKey'] }
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

/**
 * Why this person may not mark the unit as 执法主体, or take the mark away (`paper` null), or null.
 * @param hasEnforcers somebody visits firms for it
 */
export const whyNotMark = (
  actor: Actor,
  unit: Unit,
  paper: string | null,
  hasEnforcers: boolean,
): Refusal | null => {
  const stranger = whyNotManage(actor, [unit.regionCode])
  if (stranger) return stranger
  if (paper === null) return hasEnforcers ? { code: 'ORGANIZATION.STAFFED' } : null
  if (!isEnforcing(unit.kind)) return { code: 'ORGANIZATION.NO_ENFORCEMENT', fields: ['unitId'] }
  return isFilled(paper) ? null : { code: 'TASK.PAPER_NUMBER_REQUIRED', fields: ['paper'] }
}

/**
 * Money is entered and audited by two persons. Nobody enters a firm under the name of 督导: who
 * inspects or coordinates is no enforcer beside it.
 */
const apart: readonly (readonly [StaffRole, StaffRole])[] = [
  ['financeOfficer', 'auditor'],
  ['inspector', 'enforcer'],
  ['coordinator', 'enforcer'],
]

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
