import { type Opinion, type OpinionId, opinionVoices } from '@/domain/opinion/opinion'
import type { OpinionSummary } from '@/domain/opinion/summary'
import type { Database } from './database'
import { opinionThing, opinionOf } from './opinion-thing'
import { summaryThing, summaryOf } from './summary-thing'

const pageSize = 100

/** Opinions as pages read them; they are written by `Writer` and `opinionThing`. */
export class OpinionStore {
  constructor(private readonly database: Database) {}

  async find(id: OpinionId): Promise<Opinion | null> {
    const doc = await this.database.get(opinionThing.collection, id)
    return doc ? opinionOf(doc) : null
  }

  async findSummary(id: string): Promise<OpinionSummary | null> {
    const doc = await this.database.get(summaryThing.collection, id)
    return doc ? summaryOf(doc) : null
  }

  /** Every voice of this cycle in order of id, which is a digest: page after page. */
  async all(askingId: string): Promise<Opinion[]> {
    const { database } = this
    const found: Opinion[] = []
    for (const voice of opinionVoices)
      for (let last = ''; ;) {
        const docs = await database.find(
          opinionThing.collection,
          { askingId, voice, _id: database.command.gt(last) },
          { sort: [['_id', 'asc']], limit: pageSize },
        )
        found.push(...docs.map((doc) => opinionOf(doc)))
        if (docs.length < pageSize) break
        last = docs.at(-1)!._id
      }
    return found
  }

  /** Branches and committees that were asked in this cycle; at most two a village. */
  async collective(askingId: string): Promise<Opinion[]> {
    const { command } = this.database
    const docs = await this.database.find(
      opinionThing.collection,
      { askingId, voice: command.in(['branch', 'committee']) },
      { limit: pageSize },
    )
    return docs.map((doc) => opinionOf(doc))
  }
}
