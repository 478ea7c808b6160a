import type { Database } from '../database'
import { storedCount, storedNumber } from '../stored'

const collection = 'leases'
const id = 'notifier'

/**
 * One run of the notifier at a time: timers fire at least once, and two runs side by side would
 * crowd each other. The lease ends by itself, so that a run that died blocks nobody for long.
 */
export class MessageLease {
  constructor(private readonly database: Database) {}

  /**
   * @param until epoch milliseconds at which the lease ends by itself
   * @returns null when another run holds it, else the instant before which nothing may be sent
   */
  async take(now: number, until: number): Promise<{ readonly holdUntil: number } | null> {
    return this.database.transact(async (transaction) => {
      const doc = await transaction.get(collection, id)
      if (doc && storedNumber(doc.until) > now) return null
      const holdUntil = storedCount(doc?.holdUntil)
      await transaction.put(collection, { _id: id, until, holdUntil })
      return { holdUntil }
    })
  }

  /** Frees the lease; `holdUntil` keeps every later run from sending before it. */
  async free(holdUntil: number): Promise<void> {
    await this.database.put(collection, { _id: id, until: 0, holdUntil })
  }
}
