import type { Reply } from '@/contract/envelope'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { type Doc, DuplicateId } from './document'

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
    input: string,
    now: number,
  ): Promise<
    { status: 'first' | 'running' | 'other' } | { status: 'done'; reply: Reply<unknown> }
  > {
    const asked = this.askedOf(key, input)
    const reservation: Doc = { _id: key, at: now, asked, reply: null }
    try {
      await this.database.create(collection, reservation)
      return { status: 'first' }
    } catch (error) {
      if (!(error instanceof DuplicateId)) throw error
    }
    const doc = await this.database.get(collection, key)
    if (doc && doc.asked !== asked) return { status: 'other' }
    if (doc?.reply) {
      const reply = JSON.parse(this.cipher.open(doc.reply as string)) as Reply<unknown>
      return { status: 'done', reply }
    }
    if (doc && now - (doc.at as number) < staleAfterMs) return { status: 'running' }
    await this.database.put(collection, reservation)
    return { status: 'first' }
  }

  async finish(key: string, input: string, reply: Reply<unknown>, now: number): Promise<void> {
    await this.database.put(collection, {
      _id: key,
      at: now,
      asked: this.askedOf(key, input),
      reply: this.cipher.seal(JSON.stringify(reply)),
    })
  }

  async forget(key: string): Promise<void> {
    await this.database.remove(collection, key)
  }

  /** Replies of calls that nobody repeats any more. */
  async removeBefore(at: number, limit: number): Promise<void> {
    const before = { at: this.database.command.lt(at) }
    const docs = await this.database.find(collection, before, { sort: [['at', 'asc']], limit })
    for (const { _id } of docs) await this.database.remove(collection, _id)
  }

  /** Useless without our key: an input may hold a reporter's words. */
  private askedOf(key: string, input: string): string {
    return this.cipher.blind(`input ${key} ${input}`)
  }
}
