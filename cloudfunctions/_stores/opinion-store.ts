import type { Opinion, OpinionId } from '@/domain/opinion/opinion'
import { thingOf } from './bookkeeping'
import type { Database } from './database'
import { opinionThing } from './opinion-thing'

const pageSize = 100

/** Opinions as pages read them; they are written by `Writer` and `opinionThing`. */
export class OpinionStore {
  constructor(private readonly database: Database) {}

  async find(id: OpinionId): Promise<Opinion | null> {
    const doc = await this.database.get(opinionThing.collection, id)
    return doc ? thingOf<Opinion>(doc) : null
  }

  /** Branches and committees that were asked in this cycle; at most two a village. */
  async collective(askingId: string): Promise<Opinion[]> {
    const { command } = this.database
    const docs = await this.database.find(
      opinionThing.collection,
      { askingId, voice: command.in(['branch', 'committee']) },
      { limit: pageSize },
    )
    return docs.map((doc) => thingOf<Opinion>(doc))
  }
}
