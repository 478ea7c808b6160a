import { randomUUID } from 'node:crypto'
import type { IsoDay } from '@/domain/calendar/day'
import type { PersonId } from '@/domain/organization/actor'
import type { HeldMembership, Person } from '@/domain/organization/person'
import type { RegionCode } from '@/domain/organization/region'
import { type UnitId, unitKinds } from '@/domain/organization/unit'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { type Doc, DuplicateId } from './document'
import type { Enter, Transaction } from './transaction'
import { storedText, storedTextOrNull, storedRows } from './stored'
import { rowsOf } from './shape'
import { staffRoles } from '@/domain/organization/role'

const collection = 'people'

/**
 * Persons with what they may act as, found in one step by a keyed digest of the openid. The
 * openid itself is sealed in `identities`, which only sending opens.
 */
export class PeopleStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** Null when this openid has no account, or its person was erased. */
  async findPerson(openid: string): Promise<Person | null> {
    const [doc] = await this.database.find(
      collection,
      { identityKeys: this.identityKey(openid) },
      { limit: 1 },
    )
    return doc ? this.personOf(doc) : null
  }

  /** The person of this openid; makes the account when there is none. */
  async ensurePerson(openid: string, today: IsoDay): Promise<Person> {
    const known = await this.findPerson(openid)
    if (known) return known
    try {
      return await this.makePerson(openid, today)
    } catch (error) {
      // Two first calls at once: the other one made the account.
      if (!(error instanceof DuplicateId)) throw error
      return (await this.findPerson(openid)) ?? Promise.reject(error)
    }
  }

  /** @throws DuplicateId when this openid has an account */
  async makePerson(openid: string, today: IsoDay): Promise<Person> {
    const { person, enter } = this.newcomer(openid, today)
    await this.database.transact(enter)
    return person
  }

  /** Nothing is written before `enter`, which throws DuplicateId when this openid has an account. */
  newcomer(openid: string, today: IsoDay) {
    const id = randomUUID().replaceAll('-', '')
    const person: Person = { id, villageCode: null, memberships: [] }
    const identityKey = this.identityKey(openid)
    const identity = { _id: identityKey, personId: id, kind: 'miniProgram' }
    const account = { _id: id, village: null, memberships: [], since: today }
    const enter: Enter = async (making) => {
      await making.create('identities', { ...identity, openid: this.cipher.seal(openid) })
      await making.create(collection, { ...account, identityKeys: [identityKey] })
    }
    return { person, enter }
  }

  /** For sending; null after the person was erased. */
  async openidOf(personId: PersonId): Promise<string | null> {
    const [doc] = await this.database.find('identities', { personId }, { limit: 1 })
    return doc ? this.cipher.open(storedText(doc.openid)) : null
  }

  /** @param enter of somebody new, whose account is made with it */
  async setVillage(
    personId: PersonId,
    villageCode: RegionCode | null,
    enter: Enter | null,
  ): Promise<void> {
    // Sealed: where few people live it would find who reported from there.
    const village = villageCode === null ? null : this.cipher.seal(villageCode)
    if (!enter) return this.database.update(collection, personId, { village })
    await this.database.transact(async (transaction) => {
      await enter(transaction)
      await transaction.update(collection, personId, { village })
    })
  }

  /** What the person may act as, read for a decision in the same transaction. */
  async held(transaction: Transaction, personId: PersonId): Promise<readonly HeldMembership[]> {
    const doc = await transaction.get(collection, personId)
    return doc ? membershipsIn(doc) : []
  }

  /** What several persons may act as, for a page that lists it. */
  async heldByMany(
    personIds: readonly PersonId[],
  ): Promise<Map<PersonId, readonly HeldMembership[]>> {
    const docs = await this.database.getMany(collection, personIds)
    return new Map(docs.map((doc) => [doc._id, membershipsIn(doc)]))
  }

  /** Every unit that each of these persons is a member of. */
  async unitsOf(personIds: readonly PersonId[]): Promise<Map<PersonId, readonly UnitId[]>> {
    const held = await this.heldByMany(personIds)
    return new Map(
      [...held].map(([id, memberships]) => [id, memberships.map(({ unitId }) => unitId)]),
    )
  }

  /** From the next call on the person acts as these and as nothing else. */
  async hold(
    transaction: Transaction,
    personId: PersonId,
    memberships: readonly HeldMembership[],
  ): Promise<void> {
    await transaction.update(collection, personId, { memberships })
  }

  private personOf(doc: Doc): Person {
    const village = storedTextOrNull(doc.village)
    return {
      id: doc._id,
      villageCode: village === null ? null : this.cipher.open(village),
      memberships: membershipsIn(doc),
    }
  }

  private identityKey(openid: string): string {
    return this.cipher.blind(`openid ${openid}`)
  }
}

const heldOf = rowsOf<HeldMembership>({
  id: 'text',
  personId: 'text',
  role: staffRoles,
  unitId: 'text',
  regionCode: 'text',
  unitKind: unitKinds,
})

const membershipsIn = (doc: Doc): readonly HeldMembership[] =>
  storedRows(doc.memberships).map(heldOf)
