import { randomUUID } from 'node:crypto'
import type { Membership, PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import type { Unit, UnitKind } from '@/domain/organization/unit'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { DuplicateId } from './document'

/**
 * Persons, their linked identities and their memberships.
 *
 * `identities` holds a keyed digest of the openid (to find the person) and the openid sealed
 * (to send a message); `people` never holds either.
 */
export class PeopleStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async findPerson(openid: string): Promise<PersonId | null> {
    const doc = await this.database.get('identities', this.identityId(openid))
    return (doc?.personId as PersonId | undefined) ?? null
  }

  async ensurePerson(openid: string, now: number): Promise<PersonId> {
    const known = await this.findPerson(openid)
    if (known) return known
    const personId = randomUUID().replaceAll('-', '')
    try {
      await this.database.transact(async (transaction) => {
        await transaction.create('identities', {
          _id: this.identityId(openid),
          personId,
          kind: 'miniProgram',
          openid: this.cipher.seal(openid),
        })
        await transaction.create('people', { _id: personId, villageCode: null, createdAt: now })
      })
      return personId
    } catch (error) {
      // Two first calls at once: the other one made the account.
      if (!(error instanceof DuplicateId)) throw error
      return (await this.findPerson(openid)) ?? Promise.reject(error)
    }
  }

  /** For sending; null after the person was erased. */
  async openidOf(personId: PersonId): Promise<string | null> {
    const [doc] = await this.database.find('identities', { personId }, { limit: 1 })
    return doc ? this.cipher.open(doc.openid as string) : null
  }

  async villageOf(personId: PersonId): Promise<RegionCode | null> {
    const doc = await this.database.get('people', personId)
    return (doc?.villageCode as RegionCode | null | undefined) ?? null
  }

  async setVillage(personId: PersonId, villageCode: RegionCode | null): Promise<void> {
    const doc = await this.database.get('people', personId)
    if (doc) await this.database.put('people', { ...doc, villageCode })
  }

  async findMembership(id: string): Promise<(Membership & { unitKind: UnitKind }) | null> {
    const doc = await this.database.get('memberships', id)
    if (!doc || doc.endedAt !== null) return null
    const unit = await this.database.get('units', doc.unitId as string)
    if (!unit) return null
    return { ...membershipOf(doc), unitKind: unit.kind as Unit['kind'] }
  }

  async membershipsOf(personId: PersonId): Promise<Membership[]> {
    const docs = await this.database.find('memberships', { personId, endedAt: null }, { limit: 50 })
    return docs.map(membershipOf)
  }

  private identityId(openid: string): string {
    return this.cipher.blind(`openid ${openid}`)
  }
}

export const membershipOf = (doc: Record<string, unknown>): Membership => ({
  id: doc._id as string,
  personId: doc.personId as string,
  role: doc.role as Membership['role'],
  unitId: doc.unitId as string,
  regionCode: doc.regionCode as string,
})
