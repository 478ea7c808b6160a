import type { ActionContract } from '@/contract/action'
import type { Envelope } from '@/contract/envelope'
import type { IsoDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import type { Person } from '@/domain/organization/person'
import type { UnitId } from '@/domain/organization/unit'
import { RuleError } from '@/domain/refusal'
import type { PeoplePort } from './ports'

/**
 * Who calls, with all they may act as, in one step; null for a visitor without an account. What
 * everybody may read is read by nobody in particular.
 */
export const personOf = async (
  people: PeoplePort,
  { caller, writes }: ActionContract,
  openid: string | null,
  today: IsoDay,
): Promise<Person | null> => {
  if (!openid || caller === 'public') return null
  const needsAccount = caller !== 'anyone' || writes
  return needsAccount ? people.ensurePerson(openid, today) : people.findPerson(openid)
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
