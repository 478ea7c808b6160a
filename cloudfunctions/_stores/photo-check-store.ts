import type { Database } from './database'
import { digestOf } from './messages/message-store'
import { storedText } from './stored'

const collection = 'photoChecks'

const idOf = (traceId: string): string => digestOf('photo check', traceId)

/** Image checks that WeChat has taken and not answered yet: the answer is pushed within half an hour. */
export class PhotoCheckStore {
  constructor(private readonly database: Database) {}

  /** @param at epoch milliseconds of the beginning of the day */
  async started(traceId: string, fileId: string, at: number): Promise<void> {
    await this.database.put(collection, { _id: idOf(traceId), fileId, at })
  }

  /** Which photo an answer is about, once; null for an answer nobody waits for. */
  async take(traceId: string): Promise<string | null> {
    const doc = await this.database.get(collection, idOf(traceId))
    if (!doc) return null
    await this.database.remove(collection, doc._id)
    return storedText(doc.fileId)
  }

  /** Checks that were never answered. */
  async forgetBefore(at: number, limit: number): Promise<void> {
    const before = { at: this.database.command.lt(at) }
    const docs = await this.database.find(collection, before, { sort: [['at', 'asc']], limit })
    for (const { _id } of docs) await this.database.remove(collection, _id)
  }
}
