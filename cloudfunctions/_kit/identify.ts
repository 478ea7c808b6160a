import { randomUUID } from 'node:crypto'
import type { ActionContract } from '@/contract/action'
import type { Envelope } from '@/contract/envelope'
import type { IsoDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import type { Person } from '@/domain/organization/person'
import type { UnitId } from '@/domain/organization/unit'
import { RuleError } from '@/domain/refusal'
import type { Enter, PeoplePort } from './ports'

/** Somebody whom nothing is known of: no id of theirs stands anywhere. */
const stranger = (): Person => ({
  id: randomUUID().replaceAll('-', ''),
  villageCode: null,
  memberships: [],
})

/** Who calls, and how their account is made where there is none yet. */
export interface Caller {
  readonly person: Person | null
  readonly enter: Enter | null
}

const known = (person: Person | null): Caller => ({ person, enter: null })

/**
 * Who calls, with all they may act as, in one step; nobody for a visitor without an account. What
 * everybody may read is read by nobody in particular. An account is made with the first write of
 * one's own, in its transaction: whoever only reads, is refused, or is no member where a member is
 * asked for, leaves nothing.
 */
export const callerOf = async (
  people: PeoplePort,
  { caller, writes }: ActionContract,
  openid: string | null,
  today: IsoDay,
): Promise<Caller> => {
  if (!openid || caller === 'public') return known(null)
  const person = await people.findPerson(openid)
  if (person) return known(person)
  if (writes && caller !== 'member') return people.newcomer(openid, today)
  return known(caller === 'anyone' ? null : stranger())
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
