import type { RegionCode } from '@/domain/organization/region'
import type { UnitId } from '@/domain/organization/unit'
import type { TimelineId } from '@/domain/timeline/timeline'
import type { Database } from './database'
import { decodeCursor, encodeCursor } from './page-cursor'
import { type TimelineRecord, timelineThing, timelineOf } from './timeline-thing'
import { storedAt, storedNumber, storedText, storedTextOrNull } from './stored'

const pageSize = 20

/** Whose agreements: a unit's, an enterprise's, or those an office of a region watches over. */
export type TimelineScope =
  | { readonly unitId: UnitId }
  | { readonly enterpriseId: UnitId }
  | { readonly regionCode: RegionCode }

/** Agreements as lists and pages read them; they are written by `Writer` and `timelineThing`. */
export class TimelineStore {
  constructor(private readonly database: Database) {}

  async find(id: TimelineId): Promise<TimelineRecord | null> {
    const doc = await this.database.get(timelineThing.collection, id)
    return doc ? timelineOf(doc) : null
  }

  /** Those on which somebody has to act first, soonest first. */
  async list(
    scope: TimelineScope,
    cursor: string | undefined,
  ): Promise<{ items: TimelineRecord[]; cursor: string | null }> {
    const { database } = this
    const [after] = decodeCursor(cursor, 1) ?? []
    const docs = await database.find(
      timelineThing.collection,
      {
        ...('regionCode' in scope ? { 'by.regions': scope.regionCode } : scope),
        ...(after !== undefined && { 'by.order': database.command.gt(after) }),
      },
      { sort: [['by.order', 'asc']], limit: pageSize },
    )
    const last = docs.length === pageSize ? docs.at(-1) : undefined
    return {
      items: docs.map((doc) => timelineOf(doc)),
      cursor: last ? encodeCursor([storedText(storedAt(last, 'by', 'order'))]) : null,
    }
  }

  /** What happened, in order (epoch milliseconds); at most 100 events. */
  async history(id: TimelineId): Promise<{ event: string; at: number; unitId: UnitId | null }[]> {
    const docs = await this.database.find(
      'auditEvents',
      { thing: 'timeline', thingId: id },
      { sort: [['seq', 'asc']], limit: 100 },
    )
    return docs.map(({ event, at, unitId }) => ({
      event: storedText(event),
      at: storedNumber(at),
      unitId: storedTextOrNull(unitId),
    }))
  }
}
