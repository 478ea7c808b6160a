import { randomUUID } from 'node:crypto'
import type { ActionContract } from '@/contract/action'
import type { Envelope } from '@/contract/envelope'
import type { IsoDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import type { Person } from '@/domain/organization/person'
import type { UnitId } from '@/domain/organization/unit'
import { RuleError } from '@/domain/refusal'
import type { PeoplePort } from './ports'

/** Somebody whom nothing is known of: no id of theirs stands anywhere. */
const stranger = (): Person => ({
  id: randomUUID().replaceAll('-', ''),
  villageCode: null,
  memberships: [],
})

/**
 * Who calls, with all they may act as, in one step; null for a visitor without an account. What
 * everybody may read is read by nobody in particular. An account is made at the first write of
 * one's own: whoever only reads, or is no member where a member is asked for, leaves nothing.
 */
export const personOf = async (
  people: PeoplePort,
  { caller, writes }: ActionContract,
  openid: string | null,
  today: IsoDay,
): Promise<Person | null> => {
  if (!openid || caller === 'public') return null
  if (writes && caller !== 'member') return people.ensurePerson(openid, today)
  const known = await people.findPerson(openid)
  return known ?? (caller === 'anyone' ? null : stranger())
}

/**
 * The person in the role they chose for this call.
 * @throws RuleError `IDENTITY.*`, or `ACCESS.ROLE` where a member is asked for
 */
export const actorOf = (
  { caller }: ActionContract,
  person: Person | null,
  { actAs }: Envelope,
): Actor => {
  if (!person && (caller === 'person' || caller === 'member'))
    throw new RuleError('IDENTITY.REQUIRED')
  if (!actAs || !person) {
    if (caller === 'member') throw new RuleError('ACCESS.ROLE')
    return asResident(person)
  }
  const membership = person.memberships.find(({ id }) => id === actAs)
  if (!membership) throw new RuleError('IDENTITY.MEMBERSHIP_UNKNOWN')
  const { id, role, unitId, unitKind, regionCode } = membership
  const belongsTo = unitsOf(person)
  return { personId: person.id, membershipId: id, role, unitId, unitKind, regionCode, belongsTo }
}

const unitsOf = ({ memberships }: Person): UnitId[] => [
  ...new Set(memberships.map(({ unitId }) => unitId)),
]

const asResident = (person: Person | null): Actor => ({
  personId: person?.id ?? null,
  membershipId: null,
  role: 'resident',
  unitId: null,
  unitKind: null,
  regionCode: null,
  belongsTo: person ? unitsOf(person) : [],
})
