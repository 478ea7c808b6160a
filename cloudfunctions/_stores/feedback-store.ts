import type { IsoDay } from '@/domain/calendar/day'
import type { Feedback, FeedbackId, FeedbackState } from '@/domain/feedback/feedback'
import type { DeskList } from '@/domain/feedback/readers'
import type { MembershipId } from '@/domain/organization/actor'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { heldBy, feedbackOf } from './feedback-thing'
import type { Read } from './thing'
import type { Transaction } from './transaction'
import { openCursor, sealCursor } from './page-cursor'
import { storedAt, storedNumber, storedText } from './stored'

const pageSize = 20
/** Reports of one place that are held beside one another before a merge. */
const mostCompared = 50
const mostCounted = 100

/**
 * The handlers' half of reports, as lists and pages read it: no reporter, no original words, no
 * uncleared photo. It is written by `Writer` and `feedback-thing`.
 */
export class FeedbackStore {
  private crowdedDay: IsoDay | null = null

  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async find(id: FeedbackId): Promise<Feedback | null> {
    const doc = await this.database.get('feedback', id)
    return doc ? feedbackOf(doc) : null
  }

  async findMany(ids: readonly FeedbackId[]): Promise<Map<FeedbackId, Feedback>> {
    const docs = await this.database.getMany('feedback', ids)
    return new Map(docs.map((doc) => [doc._id, feedbackOf(doc)]))
  }

  /**
   * One of the numbers drawn for a report of this day; null when all are taken. Hardly any is on most days, so
   * that it is taken as it comes. Once one was taken before, this process looks first for the rest of the day:
   * on a day that is full a look costs less than a transaction that fails.
   */
  async numberOn(day: IsoDay, drawn: readonly string[], wasTaken: boolean): Promise<string | null> {
    if (wasTaken) this.crowdedDay = day
    return this.crowdedDay === day ? this.firstFree(drawn) : (drawn[0] ?? null)
  }

  private async firstFree(numbers: readonly string[]): Promise<string | null> {
    const { database } = this
    const docs = await database.find(
      'feedback',
      { number: database.command.in([...numbers]) },
      { limit: numbers.length },
    )
    const taken = new Set(docs.map(({ number }) => number))
    return numbers.find((number) => !taken.has(number)) ?? null
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
    const { database, cipher } = this
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
      items: shown.map((doc) => feedbackOf(doc)),
      cursor: last ? sealCursor(cipher, [storedText(storedAt(last, 'by', 'order'))]) : null,
    }
  }

  /** The first open reports of one place on a desk, soonest owed first. */
  async onDeskOf(
    { keys, unitIds }: DeskList,
    regionCode: Feedback['regionCode'],
  ): Promise<Feedback[]> {
    const { database } = this
    const docs = await database.find(
      'feedback',
      {
        'by.readers': database.command.in([...keys]),
        regionCode,
        accusedUnitIds: database.command.nin([...unitIds]),
      },
      { sort: [['by.order', 'asc']], limit: mostCompared },
    )
    return docs.map((doc) => feedbackOf(doc))
  }

  /** The report of this number where it is on the desk, else nothing. */
  async onDeskByNumber({ keys, unitIds }: DeskList, number: string): Promise<Feedback[]> {
    const { database } = this
    const docs = await database.find(
      'feedback',
      {
        number,
        'by.readers': database.command.in([...keys]),
        accusedUnitIds: database.command.nin([...unitIds]),
      },
      { limit: 1 },
    )
    return docs.map((doc) => feedbackOf(doc))
  }

  /** One report, read in the transaction of a change. */
  async findIn(read: Read, id: FeedbackId): Promise<Feedback | null> {
    const doc = await read('feedback', id)
    return doc ? feedbackOf(doc) : null
  }

  /**
   * For `Change.also`: a report that was read in this transaction is held, so that of two changes that
   * rest on each other only one is committed.
   */
  hold(id: FeedbackId) {
    return async (transaction: Transaction): Promise<void> => {
      const doc = await transaction.get('feedback', id)
      if (doc) await transaction.put('feedback', doc)
    }
  }

  /** How many reports are part of this one, asked where it does not say so itself; at most 100 then. */
  async joinedTo({ id, joined }: Feedback): Promise<number> {
    return joined ?? (await this.mergedInto([id], mostCounted)).length
  }

  /** Reports merged into one of these; `limit` at most 100. */
  async mergedInto(ids: readonly FeedbackId[], limit: number): Promise<Feedback[]> {
    const { database } = this
    const docs = await database.find(
      'feedback',
      { mergedIntoId: database.command.in([...ids]) },
      { limit },
    )
    return docs.map((doc) => feedbackOf(doc))
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

  /** The next membership in order of id that holds open reports, with some of them. */
  async heldAfter(membershipId: MembershipId, limit: number): Promise<Feedback[]> {
    const { database } = this
    const docs = await database.find(
      'feedback',
      { 'by.heldBy': database.command.gt(membershipId) },
      { sort: [['by.heldBy', 'asc']], limit },
    )
    const reports = docs.map((doc) => feedbackOf(doc))
    return reports.filter((report) => heldBy(report) === (reports[0] && heldBy(reports[0])))
  }

  /** When each event happened (epoch milliseconds), in order; at most 100. */
  async history(id: FeedbackId): Promise<{ event: string; at: number }[]> {
    const docs = await this.database.find(
      'auditEvents',
      { thing: 'feedback', thingId: id },
      { sort: [['seq', 'asc']], limit: 100 },
    )
    return docs.map(({ event, at }) => ({ event: storedText(event), at: storedNumber(at) }))
  }
}
