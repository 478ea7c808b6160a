import type { IsoDay } from '@/domain/calendar/day'
import type { RegionCode } from '@/domain/organization/region'
import { regionsHolding } from '@/domain/organization/region-path'
import type { UnitId } from '@/domain/organization/unit'
import type { Obligation } from '@/domain/reminder/obligation'
import type { TimelineAgreement, TimelineId } from '@/domain/timeline/timeline'
import { thingOf } from './bookkeeping'
import {
  type By,
  type Change,
  changeThing,
  changeWithin,
  createThing,
  type ThingCodec,
  type Writer,
} from './change-thing'
import type { Transaction } from './transaction'
import { digestOf } from './message-store'
import { decodeCursor, encodeCursor } from './page-cursor'

const collection = 'timelines'
const pageSize = 20
const never = '9999-12-31'

/** An agreement with what lists and notices need of its task, as it was at the last change. */
export interface TimelineRecord extends TimelineAgreement {
  readonly taskNumber: string
  readonly taskTitle: string
  readonly regionCodes: readonly RegionCode[]
  /** The task is closed or cancelled: nobody acts on the agreement any more. */
  readonly taskIsOver: boolean
  /** 技术方案 in the words of the last counter-proposal. */
  readonly technicalPlan: string | null
}

/** Whose agreements: a unit's, an enterprise's, or those an office of a region watches over. */
export type TimelineScope =
  | { readonly unitId: UnitId }
  | { readonly enterpriseId: UnitId }
  | { readonly regionCode: RegionCode }

/** One per task and enterprise. */
export const timelineIdOf = (taskId: string, enterpriseId: UnitId): TimelineId =>
  digestOf('timeline', taskId, enterpriseId)

export class TimelineStore {
  private readonly codec: ThingCodec<TimelineRecord>

  /**
   * @param city region whose office has the tasks without a place
   * @param timerOn the day on which the system has to act on an agreement, if any
   */
  constructor(
    private readonly writer: Writer,
    city: RegionCode,
    timerOn: (timeline: TimelineAgreement) => IsoDay | null,
  ) {
    this.codec = {
      thing: 'timeline',
      collection,
      derived: (timeline) => ({
        regions: timeline.regionCodes.length > 0 ? regionsHolding(timeline.regionCodes) : [city],
        order: `${timeline.answerDueOn ?? never}.${timeline.id}`,
        timerOn: timeline.taskIsOver ? null : timerOn(timeline),
      }),
    }
  }

  async find(id: TimelineId): Promise<TimelineRecord | null> {
    const doc = await this.writer.database.get(collection, id)
    return doc ? thingOf<TimelineRecord>(doc) : null
  }

  create(by: By, change: Change<TimelineRecord>): Promise<TimelineRecord> {
    return createThing(this.writer, this.codec, by, change)
  }

  /** @throws RuleError `THING.NOT_FOUND`, `THING.BUSY` and what `decide` refuses */
  change(id: TimelineId, by: By, decide: (timeline: TimelineRecord) => Change<TimelineRecord>) {
    return changeThing(this.writer, this.codec, id, by, decide)
  }

  /**
   * For `Change.also` of the task that ends: agreed dates stay on record, and nothing is owed or
   * awaited any more.
   */
  endWithTask(id: TimelineId, by: By) {
    return (transaction: Transaction): Promise<void> =>
      changeWithin(this.writer, transaction, this.codec, id, by, (timeline) => ({
        next: { ...timeline, taskIsOver: true, answerDueOn: null, turnSince: null },
        event: 'taskEnded',
        changes: {},
        obligations: [],
      }))
  }

  /** Those on which somebody has to act first, soonest first. */
  async list(
    scope: TimelineScope,
    cursor: string | undefined,
  ): Promise<{ items: TimelineRecord[]; cursor: string | null }> {
    const { database } = this.writer
    const [after] = decodeCursor(cursor, 1) ?? []
    const docs = await database.find(
      collection,
      {
        ...('regionCode' in scope ? { 'by.regions': scope.regionCode } : scope),
        ...(after !== undefined && { 'by.order': database.command.gt(after) }),
      },
      { sort: [['by.order', 'asc']], limit: pageSize },
    )
    const last = docs.length === pageSize ? docs.at(-1) : undefined
    return {
      items: docs.map((doc) => thingOf<TimelineRecord>(doc)),
      cursor: last ? encodeCursor([(last.by as { order: string }).order]) : null,
    }
  }

  /** What happened, in order (epoch milliseconds); at most 100 events. */
  async history(id: TimelineId): Promise<{ event: string; at: number; unitId: UnitId | null }[]> {
    const docs = await this.writer.database.find(
      'auditEvents',
      { thing: 'timeline', thingId: id },
      { sort: [['seq', 'asc']], limit: 100 },
    )
    return docs.map(({ event, at, unitId }) => ({
      event: event as string,
      at: at as number,
      unitId: unitId as UnitId | null,
    }))
  }

  /** Agreements on which the system may have to act by that day, the oldest first. */
  async dueForSystem(today: IsoDay, limit: number): Promise<TimelineRecord[]> {
    const { database } = this.writer
    const docs = await database.find(
      collection,
      { 'by.timerOn': database.command.lte(today) },
      { sort: [['by.timerOn', 'asc']], limit },
    )
    return docs.map((doc) => thingOf<TimelineRecord>(doc))
  }

  /** The next such day after `after`; null when there is none. */
  async nextSystemDay(after: IsoDay): Promise<IsoDay | null> {
    const { database } = this.writer
    const [doc] = await database.find(
      collection,
      { 'by.timerOn': database.command.gt(after) },
      { sort: [['by.timerOn', 'asc']], limit: 1 },
    )
    return (doc?.by as { timerOn: IsoDay } | undefined)?.timerOn ?? null
  }

  /** An open obligation as the notifier has left it; null when it is no longer owed. */
  async obligation(id: string): Promise<Obligation | null> {
    const doc = await this.writer.database.get('obligations', id)
    return doc ? ({ ...doc, id: doc._id } as unknown as Obligation) : null
  }
}
