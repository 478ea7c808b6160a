import type { IsoDay } from '@/domain/calendar/day'
import {
  endedStates,
  type Feedback,
  type FeedbackId,
  type FeedbackState,
} from '@/domain/feedback/feedback'
import { nextDueOn } from '@/domain/feedback/limits'
import { type DeskList, readerKeys } from '@/domain/feedback/readers'
import type { MembershipId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { thingOf } from './bookkeeping'
import {
  type By,
  type Change,
  changeThing,
  createThing,
  type ThingCodec,
  type Writer,
} from './change-thing'
import type { Transaction } from './transaction'
import { openCursor, sealCursor } from './page-cursor'

const pageSize = 20
/** Sorts what nobody owes anything on after what somebody owes. */
const never = '9999-12-31'

/** The membership that is the desk of an open report; null where an office is. */
const heldBy = ({ desk, state }: Feedback): MembershipId | null =>
  desk !== null && 'membershipId' in desk && !endedStates.includes(state) ? desk.membershipId : null

const codecFor = (
  city: RegionCode,
  timerOn: (feedback: Feedback) => IsoDay | null,
): ThingCodec<Feedback> => ({
  thing: 'feedback',
  collection: 'feedback',
  derived: (feedback) => ({
    readers: readerKeys(feedback, city),
    order: `${nextDueOn(feedback) ?? never}.${feedback.id}`,
    timerOn: timerOn(feedback),
    heldBy: heldBy(feedback),
  }),
})

/** The handlers' half of reports: no reporter, no original words, no uncleared photo. */
export class FeedbackStore {
  private readonly codec: ThingCodec<Feedback>

  /**
   * @param city region whose office has the reports without a place
   * @param timerOn the day on which the system has to act on a report, if any
   */
  constructor(
    private readonly writer: Writer,
    city: RegionCode,
    timerOn: (feedback: Feedback) => IsoDay | null,
  ) {
    this.codec = codecFor(city, timerOn)
  }

  async find(id: FeedbackId): Promise<Feedback | null> {
    const doc = await this.writer.database.get('feedback', id)
    return doc ? thingOf<Feedback>(doc) : null
  }

  async findMany(ids: readonly FeedbackId[]): Promise<Map<FeedbackId, Feedback>> {
    const docs = ids.length > 0 ? await this.writer.database.getMany('feedback', ids) : []
    return new Map(docs.map((doc) => [doc._id, thingOf<Feedback>(doc)]))
  }

  /** The first of these numbers that no report has; null when all are taken. */
  async firstFree(numbers: readonly string[]): Promise<string | null> {
    const { database } = this.writer
    const docs = await database.find(
      'feedback',
      { number: database.command.in([...numbers]) },
      { limit: numbers.length },
    )
    const taken = new Set(docs.map(({ number }) => number))
    return numbers.find((number) => !taken.has(number)) ?? null
  }

  /** @throws DuplicateId when another report has the number or the lookup code */
  create(by: By, change: Change<Feedback>): Promise<Feedback> {
    return createThing(this.writer, this.codec, by, change)
  }

  /** @throws RuleError `THING.NOT_FOUND`, `THING.BUSY` and what `decide` refuses */
  change(id: FeedbackId, by: By, decide: (feedback: Feedback) => Change<Feedback>) {
    return changeThing(this.writer, this.codec, id, by, decide)
  }

  /**
   * What somebody owes first, soonest first; then the rest. A report that accuses one of the
   * reader's units is no match: pages are full without it, and a cursor names only a row that was shown.
   */
  async listDesk(
    { keys, unitIds }: DeskList,
    state: FeedbackState | undefined,
    cursor: string | undefined,
  ): Promise<{ items: Feedback[]; cursor: string | null }> {
    const { database, cipher } = this.writer
    const [after] = openCursor(cipher, cursor, 1) ?? []
    const docs = await database.find(
      'feedback',
      {
        'by.readers': database.command.in([...keys]),
        accusedUnitIds: database.command.nin([...unitIds]),
        ...(state && { state }),
        ...(after !== undefined && { 'by.order': database.command.gt(after) }),
      },
      { sort: [['by.order', 'asc']], limit: pageSize + 1 },
    )
    const shown = docs.slice(0, pageSize)
    const last = docs.length > pageSize ? shown.at(-1) : undefined
    return {
      items: shown.map((doc) => thingOf<Feedback>(doc)),
      cursor: last ? sealCursor(cipher, [(last.by as { order: string }).order]) : null,
    }
  }

  /**
   * For `Change.also`: the other report as it is now, held so that of two changes that name each
   * other only one is committed.
   */
  hold(id: FeedbackId, check: (feedback: Feedback | null) => void) {
    return async (transaction: Transaction): Promise<void> => {
      const doc = await transaction.get('feedback', id)
      check(doc ? thingOf<Feedback>(doc) : null)
      if (doc) await transaction.put('feedback', doc)
    }
  }

  /** Reports merged into one of these; `limit` at most 100. */
  async mergedInto(ids: readonly FeedbackId[], limit: number): Promise<Feedback[]> {
    const { database } = this.writer
    const docs = await database.find(
      'feedback',
      { mergedIntoId: database.command.in([...ids]) },
      { limit },
    )
    return docs.map((doc) => thingOf<Feedback>(doc))
  }

  /** Reports that are part of this one, also by way of one another; at most `limit`. */
  async partsOf(id: FeedbackId, limit: number): Promise<Feedback[]> {
    const found = new Map<FeedbackId, Feedback>()
    for (let last = [id]; last.length > 0 && found.size < limit;) {
      const added = (await this.mergedInto(last, limit)).filter(
        (each) => each.id !== id && !found.has(each.id),
      )
      for (const each of added) found.set(each.id, each)
      last = added.map((each) => each.id)
    }
    return [...found.values()].slice(0, limit)
  }

  /** Reports on which the system has to act by that day, the oldest first. */
  async dueForSystem(today: IsoDay, limit: number): Promise<Feedback[]> {
    const { command } = this.writer.database
    return this.byTimer(command.lte(today), limit)
  }

  /** The next day on which the system has something to do; null when there is none. */
  async nextSystemDay(after: IsoDay): Promise<IsoDay | null> {
    const { database } = this.writer
    const [doc] = await database.find(
      'feedback',
      { 'by.timerOn': database.command.gt(after) },
      { sort: [['by.timerOn', 'asc']], limit: 1 },
    )
    return (doc?.by as { timerOn: IsoDay } | undefined)?.timerOn ?? null
  }

  /** The next membership in order of id that holds open reports, with some of them. */
  async heldAfter(membershipId: MembershipId, limit: number): Promise<Feedback[]> {
    const { database } = this.writer
    const docs = await database.find(
      'feedback',
      { 'by.heldBy': database.command.gt(membershipId) },
      { sort: [['by.heldBy', 'asc']], limit },
    )
    const reports = docs.map((doc) => thingOf<Feedback>(doc))
    return reports.filter((report) => heldBy(report) === (reports[0] && heldBy(reports[0])))
  }

  /** When each event happened (epoch milliseconds), in order; at most 100. */
  async history(id: FeedbackId): Promise<{ event: string; at: number }[]> {
    const docs = await this.writer.database.find(
      'auditEvents',
      { thing: 'feedback', thingId: id },
      { sort: [['seq', 'asc']], limit: 100 },
    )
    return docs.map(({ event, at }) => ({ event: event as string, at: at as number }))
  }

  private async byTimer(timerOn: unknown, limit: number): Promise<Feedback[]> {
    const docs = await this.writer.database.find(
      'feedback',
      { 'by.timerOn': timerOn },
      { sort: [['by.timerOn', 'asc']], limit },
    )
    return docs.map((doc) => thingOf<Feedback>(doc))
  }
}
