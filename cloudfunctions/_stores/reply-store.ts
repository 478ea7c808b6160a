import type { IsoDay } from '@/domain/calendar/day'
import type { Reply } from '@/contract/envelope'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { type Doc, DuplicateId } from './document'
import { storedText, storedNumber, storedRow } from './stored'

export const replyCollection = 'replies'

/** The answer of a write as it is stored with the change. */
export interface KeptReply {
  /** Of the call: person, action and the key that the phone made. */
  readonly key: string
  /** As parsed, in JSON. */
  readonly input: string
  readonly reply: Reply<unknown>
  /** No instant: it would lead from a report to the call that sent it. */
  readonly on: IsoDay
}

/** Useless without our key: an input may hold a reporter's words. */
const askedOf = (cipher: Cipher, key: string, input: string): string =>
  cipher.blind(`input ${key} ${input}`)

/** Sealed: some replies hold what is kept nowhere else in the clear, such as an invitation's code. */
export const replyDoc = (cipher: Cipher, { key, input, reply, on }: KeptReply): Doc => ({
  _id: key,
  on,
  asked: askedOf(cipher, key, input),
  reply: cipher.seal(JSON.stringify(reply)),
})

/** Stored replies of writes. They are written in the transaction of the change, by `Writer`. */
export class ReplyStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** What this key was answered with; `other` when it was used for another input. */
  async find(key: string, input: string): Promise<Reply<unknown> | 'other' | null> {
    const doc = await this.database.get(replyCollection, key)
    if (!doc) return null
    if (doc.asked !== askedOf(this.cipher, key, input)) return 'other'
    const { data, now } = storedRow(JSON.parse(this.cipher.open(storedText(doc.reply))))
    // What was refused is never kept.
    return { ok: true, data, now: storedNumber(now) }
  }

  async keep(kept: KeptReply): Promise<void> {
    try {
      await this.database.create(replyCollection, replyDoc(this.cipher, kept))
    } catch (error) {
      if (!(error instanceof DuplicateId)) throw error
    }
  }

  /** Replies of calls that nobody repeats any more. */
  async removeBefore(day: IsoDay, limit: number): Promise<void> {
    const before = { on: this.database.command.lt(day) }
    const docs = await this.database.find(replyCollection, before, { sort: [['on', 'asc']], limit })
    for (const { _id } of docs) await this.database.remove(replyCollection, _id)
  }
}
