import type { PersonId } from '@/domain/organization/actor'
import type { Database } from './database'

/**
 * How many messages a person has allowed per template. One consent is one message; they add
 * up and do not expire. WeChat's own answer (43101) is the truth: then the ledger is set to 0.
 */
export class ConsentStore {
  constructor(private readonly database: Database) {}

  async balances(personId: PersonId): Promise<Map<string, number>> {
    const docs = await this.database.find('consents', { personId }, { limit: 20 })
    return new Map(docs.map((doc) => [doc.template as string, doc.left as number]))
  }

  async add(personId: PersonId, template: string, by: number): Promise<void> {
    await this.change(personId, template, (left) => left + by)
  }

  /** Takes one for a message about to be sent; false when none is left. */
  async reserve(personId: PersonId, template: string): Promise<boolean> {
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
    const _id = `${personId}.${template}`
    await this.database.transact(async (transaction) => {
      const doc = await transaction.get('consents', _id)
      const left = next((doc?.left as number | undefined) ?? 0)
      await transaction.put('consents', { _id, personId, template, left })
    })
  }
}
