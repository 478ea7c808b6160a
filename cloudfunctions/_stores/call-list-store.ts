import type { IsoDay } from '@/domain/calendar/day'
import type { PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { regionPath } from '@/domain/organization/region-path'
import { type Role, roles } from '@/domain/organization/role'
import type { UnitId } from '@/domain/organization/unit'
import { type CallReason, callReasons } from '@/domain/reminder/message-state'
import { type Notice, notices } from '@/domain/reminder/notice'
import { type Obligation, type ThingKind, thingKinds } from '@/domain/reminder/obligation'
import { newestPage } from './bounded-query'
import type { Database } from './database'
import type { Doc } from './document'
import type { Capacity } from './messages/message-recipients'
import { digestOf } from './messages/message-store'
import { orNone, rowsOf } from './shape'

const collection = 'callList'
const pageSize = 20

/** Who phones: the office its units and firms, intake the reporters. */
export type CallingDesk = 'coordinator' | 'intake'

/** What somebody did not learn of. */
export interface Call {
  /** The same thing and person: a later step or news takes the place of the one before. */
  readonly id: string
  readonly desk: CallingDesk
  readonly regionCode: RegionCode
  /** Units that may not learn of it. */
  readonly hiddenFrom: readonly UnitId[]
  readonly about: 'obligation' | 'summary' | 'notice'
  readonly notice: Notice | null
  readonly obligationId: string | null
  readonly thing: ThingKind | null
  readonly thingId: string | null
  readonly title: string
  readonly dueOn: IsoDay | null
  /** Who was not reached. Null where nobody was there, and for a reporter, found by the report. */
  readonly personId: PersonId | null
  readonly personName: string | null
  /** Where they are reached and as what; else who owes it. */
  readonly unitId: UnitId | null
  readonly role: Role | null
}

/** A step or news that no message could carry: somebody phones. */
export interface CallRow extends Call {
  /** The day of the step or of the news. */
  readonly on: IsoDay
  readonly reason: CallReason
}

/** A person who was to be told, as their membership names them. */
export interface Callee {
  readonly personId: PersonId
  readonly capacity: Capacity | undefined
}

const named = ({ personId, capacity }: Callee) => ({
  personId,
  personName: capacity?.name ?? null,
  unitId: capacity?.unitId ?? null,
  role: capacity?.role ?? null,
})

const nobody = { personId: null, personName: null, unitId: null, role: null } as const

/** @param callee null when there is nobody to tell */
export const callOfObligation = (
  { id, thing, thingId, unitId, roles, title, dueOn, regionCode, hiddenFrom }: Obligation,
  callee: Callee | null,
): Call => ({
  id: digestOf('call', id, dueOn, callee?.personId ?? ''),
  desk: 'coordinator',
  regionCode,
  hiddenFrom,
  about: 'obligation',
  notice: null,
  obligationId: id,
  thing,
  thingId,
  title,
  dueOn,
  ...(callee ? named(callee) : { ...nobody, unitId, role: roles[0] ?? null }),
})

/** The week's summary of one coordinator. */
export const callOfSummary = (
  callee: Callee,
  summary: Pick<Call, 'title' | 'dueOn' | 'regionCode'>,
): Call => ({
  ...summary,
  ...named(callee),
  id: digestOf('call', 'summary', callee.personId),
  desk: 'coordinator',
  hiddenFrom: [],
  about: 'summary',
  notice: null,
  obligationId: null,
  thing: null,
  thingId: null,
})

/** Of a report's news nothing is kept that names the reporter. */
export const callOfNotice = (
  told: Pick<
    Call,
    'thing' | 'thingId' | 'title' | 'dueOn' | 'regionCode' | 'hiddenFrom' | 'notice'
  >,
  callee: Callee,
): Call => {
  const { thing, thingId, title, dueOn, regionCode, hiddenFrom, notice } = told
  const isReport = thing === 'feedback'
  const who = isReport ? nobody : named(callee)
  return {
    thing,
    thingId,
    title,
    dueOn,
    regionCode,
    hiddenFrom,
    notice,
    ...who,
    id: digestOf('call', 'notice', thing ?? '', thingId ?? '', who.personId ?? ''),
    desk: isReport ? 'intake' : 'coordinator',
    about: 'notice',
    obligationId: null,
  }
}

const readCall = rowsOf<CallRow>({
  id: 'text',
  desk: ['coordinator', 'intake'],
  regionCode: 'text',
  hiddenFrom: 'list',
  about: ['obligation', 'summary', 'notice'],
  notice: orNone(notices),
  obligationId: orNone('text'),
  thing: orNone(thingKinds),
  thingId: orNone('text'),
  title: 'text',
  dueOn: orNone('text'),
  personId: orNone('text'),
  personName: orNone('text'),
  unitId: orNone('text'),
  role: orNone(roles),
  on: 'text',
  reason: callReasons,
})

const rowOf = ({ _id, regionCodes: _regionCodes, order: _order, ...rest }: Doc): CallRow =>
  readCall({ ...rest, id: _id })

export class CallListStore {
  constructor(private readonly database: Database) {}

  async add({ id, ...call }: Call, on: IsoDay, reason: CallReason): Promise<void> {
    await this.database.put(collection, {
      _id: id,
      order: `${on} ${id}`,
      on,
      reason,
      ...call,
      regionCodes: regionPath(call.regionCode),
    })
  }

  /** A message has reached the person after all. */
  async remove({ id }: Pick<Call, 'id'>): Promise<void> {
    await this.database.remove(collection, id)
  }

  /** Rows of a region and everything in it that a member of these units may know of, the latest step first. */
  async page(
    desk: CallingDesk,
    regionCode: RegionCode,
    readBy: readonly UnitId[],
    cursor: string | undefined,
  ): Promise<{ items: CallRow[]; cursor: string | null }> {
    const hiddenFrom = this.database.command.nin([...readBy])
    const wanted = { desk, regionCodes: regionCode, hiddenFrom }
    const page = await newestPage(this.database, collection, wanted, { cursor, size: pageSize })
    return { items: page.docs.map(rowOf), cursor: page.cursor }
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
