import type { IsoDay } from '@/domain/calendar/day'
import type { MembershipId, PersonId } from '@/domain/organization/actor'
import type { PlannedStep } from '@/domain/reminder/message'
import type { Obligation } from '@/domain/reminder/obligation'
import { risen } from '@/domain/reminder/obligation-context'
import type { Database, Filter } from '../database'
import type { Doc } from '../document'
import type { Transaction } from '../transaction'
import { digestOf } from './message-store'
import { obligationDoc, obligationOf } from '../obligation-store'
import { storedNumber, storedTextOrNull } from '../stored'
import { orNone, rowsOf } from '../shape'

const reminders = 'reminders'
const obligations = 'obligations'
const pageSize = 100

/** One step of one obligation for one person. Its id is the message's key: once for ever. */
export interface ReminderRow extends PlannedStep {
  readonly id: string
  /** In which capacity the person is told. */
  readonly membershipId: MembershipId | null
  readonly state: 'waiting' | 'told'
  /** Told in the one summary of the week and not in a day's digest. */
  readonly inSummary: boolean
  /** Epoch milliseconds from which a digest may take it up. */
  readonly notBefore: number
  readonly messageId: string | null
}

const readReminder = rowsOf<ReminderRow>({
  id: 'text',
  personId: 'text',
  obligation: 'row',
  step: 'row',
  membershipId: orNone('text'),
  state: ['waiting', 'told'],
  inSummary: 'flag',
  notBefore: 'number',
  messageId: orNone('text'),
})

const rowOf = ({ _id, ...rest }: Doc): ReminderRow => readReminder({ ...rest, id: _id })
const docOf = ({ id, ...rest }: ReminderRow): Doc => ({ _id: id, ...rest })

export const reminderId = (key: string): string => digestOf('reminder', key)

/** What is owed and which of its steps were told. */
export class MessageReminders {
  constructor(private readonly database: Database) {}

  /** Obligations with a step on or before `today`, the oldest first. */
  async due(today: IsoDay, limit: number): Promise<Obligation[]> {
    const { command } = this.database
    const docs = await this.database.find(
      obligations,
      { nextStepOn: command.and(command.gte('0000'), command.lte(today)) },
      { sort: [['nextStepOn', 'asc']], limit },
    )
    return docs.map(obligationOf)
  }

  /** The next day on which any obligation has a step; null when there is none. */
  async nextStepDay(): Promise<IsoDay | null> {
    const [doc] = await this.database.find(
      obligations,
      { nextStepOn: this.database.command.gte('0000') },
      { sort: [['nextStepOn', 'asc']], limit: 1 },
    )
    return storedTextOrNull(doc?.nextStepOn)
  }

  /** Obligations that still stand, by id. */
  async standing(ids: readonly string[]): Promise<Map<string, Obligation>> {
    const docs = await this.database.getMany(obligations, ids)
    return new Map(docs.map((doc) => [doc._id, obligationOf(doc)]))
  }

  /** Ids of these that were planned before: an extended and restored day is not told twice. */
  async planned(ids: readonly string[]): Promise<Set<string>> {
    const docs = await this.database.getMany(reminders, ids)
    return new Set(docs.map((doc) => doc._id))
  }

  /**
   * Writes one obligation's steps and moves it on to its next one, together. Nothing is written
   * when the obligation has changed or gone meanwhile: the next run sees what it is then.
   */
  async plan(
    obligation: Obligation,
    rows: readonly ReminderRow[],
    { nextStepOn, hasRisen }: { readonly nextStepOn: IsoDay | null; readonly hasRisen: boolean },
  ): Promise<void> {
    await this.database.transact(async (transaction) => {
      const doc = await transaction.get(obligations, obligation.id)
      if (doc?.nextStepOn !== obligation.nextStepOn || doc.dueOn !== obligation.dueOn) return
      for (const row of rows) await transaction.put(reminders, docOf(row))
      await transaction.put(
        obligations,
        obligationDoc({ ...(hasRisen ? risen(obligationOf(doc)) : obligationOf(doc)), nextStepOn }),
      )
    })
  }

  /** Steps that no digest has taken up yet, by person. */
  async waiting(now: number, limit: number): Promise<ReminderRow[]> {
    const docs = await this.database.find(
      reminders,
      { state: 'waiting', notBefore: this.database.command.lte(now) },
      { sort: [['notBefore', 'asc']], limit },
    )
    return docs.map(rowOf)
  }

  async nextWaiting(): Promise<number | null> {
    const [doc] = await this.database.find(
      reminders,
      { state: 'waiting', notBefore: this.database.command.gte(0) },
      { sort: [['notBefore', 'asc']], limit: 1 },
    )
    return doc ? storedNumber(doc.notBefore) : null
  }

  /** One person's waiting steps, however many. */
  async waitingOf(personId: PersonId, now: number): Promise<ReminderRow[]> {
    const rows = await this.all({ state: 'waiting', personId })
    return rows.filter(({ notBefore }) => notBefore <= now)
  }

  /** The steps that a digest told. */
  toldBy(messageId: string): Promise<ReminderRow[]> {
    return this.all({ messageId })
  }

  /** Bounded by what one person owes: page after page in order of id. */
  private async all(filter: Filter): Promise<ReminderRow[]> {
    const rows: ReminderRow[] = []
    for (let last = ''; ;) {
      const docs = await this.database.find(
        reminders,
        { ...filter, _id: this.database.command.gt(last) },
        { sort: [['_id', 'asc']], limit: pageSize },
      )
      rows.push(...docs.map(rowOf))
      if (docs.length < pageSize) return rows
      last = docs.at(-1)!._id
    }
  }

  async putIn(transaction: Transaction, rows: readonly ReminderRow[]): Promise<void> {
    for (const row of rows) await transaction.put(reminders, docOf(row))
  }

  async put(row: ReminderRow): Promise<void> {
    await this.database.put(reminders, docOf(row))
  }
}
