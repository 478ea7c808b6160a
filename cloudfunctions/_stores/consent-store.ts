import type { PersonId } from '@/domain/organization/actor'
import type { Database } from './database'
import type { Doc } from './document'
import type { Transaction } from './transaction'
import { storedCounts } from './stored'

const collection = 'consents'

/** Messages that may still be sent, by template. */
export type Balances = ReadonlyMap<string, number>

const balancesOf = (doc: Doc | null): Balances => storedCounts(doc?.left)

/**
 * How many messages a person has allowed per template: one document a person. One consent is one
 * message; they add up and do not expire. WeChat's own answer (43101) is the truth: then the
 * ledger is set to 0.
 */
export class ConsentStore {
  /** @param maySend false where there is no WeChat: then nobody has allowed anything */
  constructor(
    private readonly database: Database,
    private readonly maySend = true,
  ) {}

  async balances(personId: PersonId): Promise<Balances> {
    if (!this.maySend) return new Map()
    return balancesOf(await this.database.get(collection, personId))
  }

  async add(personId: PersonId, template: string, by: number): Promise<void> {
    await this.change(personId, template, (left) => left + by)
  }

  /** One more of each of these templates; answers what is allowed now. */
  async allow(
    transaction: Transaction,
    personId: PersonId,
    templates: readonly string[],
  ): Promise<Balances> {
    const before = balancesOf(await transaction.get(collection, personId))
    const after = new Map(before)
    for (const template of templates) after.set(template, (after.get(template) ?? 0) + 1)
    await transaction.put(collection, { _id: personId, left: Object.fromEntries(after) })
    return after
  }

  /** Takes one for a message about to be sent; false when none is left. */
  async reserve(personId: PersonId, template: string): Promise<boolean> {
    if (!this.maySend) return false
    let reserved = false
    await this.change(personId, template, (left) => {
      reserved = left > 0
      return reserved ? left - 1 : left
    })
    return reserved
  }

  /** WeChat says nothing is left. */
  async empty(personId: PersonId, template: string): Promise<void> {
    await this.change(personId, template, () => 0)
  }

  private async change(
    personId: PersonId,
    template: string,
    next: (left: number) => number,
  ): Promise<void> {
    await this.database.transact(async (transaction) => {
      const balances = balancesOf(await transaction.get(collection, personId))
      const left = {
        ...Object.fromEntries(balances),
        [template]: next(balances.get(template) ?? 0),
      }
      await transaction.put(collection, { _id: personId, left })
    })
  }
}
