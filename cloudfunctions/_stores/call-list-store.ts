import type { IsoDay } from '@/domain/calendar/day'
import type { PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { regionPath } from '@/domain/organization/region-path'
import type { UnitId } from '@/domain/organization/unit'
import type { CallReason } from '@/domain/reminder/message-state'
import type { Obligation, ThingKind } from '@/domain/reminder/obligation'
import type { Database } from './database'
import type { Doc } from './document'
import { digestOf } from './message-store'
import { decodeCursor, encodeCursor } from './page-cursor'

const collection = 'callList'
const pageSize = 20

/** A step that no message could carry: somebody phones. */
export interface CallRow {
  readonly id: string
  /** The day of the step. */
  readonly on: IsoDay
  readonly obligationId: string
  readonly thing: ThingKind
  readonly thingId: string
  readonly unitId: UnitId | null
  /** Null when the unit has nobody to tell. */
  readonly personId: PersonId | null
  readonly title: string
  readonly dueOn: IsoDay
  readonly reason: CallReason
}

const rowOf = ({
  _id,
  regionCodes: _regionCodes,
  hiddenFrom: _hiddenFrom,
  order: _order,
  ...rest
}: Doc): CallRow => ({ ...rest, id: _id }) as unknown as CallRow

/** One row per thing owed and person: a later step takes the place of the one before. */
const idOf = ({ id, dueOn }: Obligation, personId: PersonId | null): string =>
  digestOf('call', id, dueOn, personId ?? '')

export class CallListStore {
  constructor(private readonly database: Database) {}

  async add(
    obligation: Obligation,
    personId: PersonId | null,
    on: IsoDay,
    reason: CallReason,
  ): Promise<void> {
    const { id, thing, thingId, unitId, title, dueOn, regionCode, hiddenFrom } = obligation
    const _id = idOf(obligation, personId)
    await this.database.put(collection, {
      _id,
      order: `${on} ${_id}`,
      on,
      obligationId: id,
      thing,
      thingId,
      unitId,
      personId,
      title,
      dueOn,
      reason,
      regionCodes: regionPath(regionCode),
      hiddenFrom,
    })
  }

  /** A message has reached the person after all. */
  async remove(obligation: Obligation, personId: PersonId): Promise<void> {
    await this.database.remove(collection, idOf(obligation, personId))
  }

  /** Rows of a region and everything in it that this unit may know of, the latest step first. */
  async page(
    regionCode: RegionCode,
    readBy: UnitId | null,
    cursor: string | undefined,
  ): Promise<{ items: CallRow[]; cursor: string | null }> {
    const { command } = this.database
    const [before] = decodeCursor(cursor, 1) ?? []
    const docs = await this.database.find(
      collection,
      {
        regionCodes: regionCode,
        hiddenFrom: command.neq(readBy),
        ...(before !== undefined && { order: command.lt(before) }),
      },
      { sort: [['order', 'desc']], limit: pageSize },
    )
    const last = docs.length === pageSize ? docs.at(-1) : undefined
    return {
      items: docs.map(rowOf),
      cursor: last ? encodeCursor([last.order as string]) : null,
    }
  }

  /** Rows of steps before a day: their things are done, or have come again since. */
  async removeBefore(day: IsoDay, limit: number): Promise<void> {
    const docs = await this.database.find(
      collection,
      { on: this.database.command.lt(day) },
      { sort: [['on', 'asc']], limit },
    )
    for (const doc of docs) await this.database.remove(collection, doc._id)
  }
}
