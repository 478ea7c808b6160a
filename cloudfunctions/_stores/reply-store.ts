import type { Reply } from '@/contract/envelope'
import type { Cipher } from './cipher'
import { type Database, type Doc, DuplicateId } from './database'

const collection = 'replies'
/** A first arrival that has not answered by then has died with its process. */
const staleAfterMs = 60_000

/**
 * Stored replies of writes, keyed by person + action + key. Sealed: some hold what is kept
 * nowhere else in the clear, such as an invitation's code.
 */
export class ReplyStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async begin(
    key: string,
    now: number,
  ): Promise<
    { status: 'first' } | { status: 'running' } | { status: 'done'; reply: Reply<unknown> }
  > {
    try {
      await this.database.create(collection, { _id: key, at: now, reply: null })
      return { status: 'first' }
    } catch (error) {
      if (!(error instanceof DuplicateId)) throw error
    }
    const doc = await this.database.get(collection, key)
    if (doc?.reply) {
      const reply = JSON.parse(this.cipher.open(doc.reply as string)) as Reply<unknown>
      return { status: 'done', reply }
    }
    if (doc && now - (doc.at as number) < staleAfterMs) return { status: 'running' }
    await this.database.put(collection, { _id: key, at: now, reply: null })
    return { status: 'first' }
  }

  async finish(key: string, reply: Reply<unknown>, now: number): Promise<void> {
    const doc: Doc = { _id: key, at: now, reply: this.cipher.seal(JSON.stringify(reply)) }
    await this.database.put(collection, doc)
  }

  async forget(key: string): Promise<void> {
    await this.database.remove(collection, key)
  }
}
