import type { IsoDay } from '@/domain/calendar/day'
import { type MessageState, messageStates } from '@/domain/reminder/message-state'
import type { MembershipId, PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import type { UnitId } from '@/domain/organization/unit'
import { isAnswer, type MessageAbout, type Notice, messageAbouts } from '@/domain/reminder/notice'
import type { ThingKind } from '@/domain/reminder/obligation'
import { type MessageTemplate, messageTemplates } from '@/domain/reminder/template'
import { newestPage } from '../bounded-query'
import type { Database } from '../database'
import { type Doc, DuplicateId } from '../document'
import type { Transaction } from '../transaction'
import type { Cipher } from '../cipher'
import { storedNumber, storedText } from '../stored'
import { orNone, rowsOf } from '../shape'

const collection = 'messages'
const pageSize = 20

/** What a message says; the words are made of it when it is sent, and it is forgotten after. */
export type MessageBody =
  | {
      /** The day's steps of one person, or the coordinator's summary of the week. */
      readonly kind: 'digest' | 'summary'
      readonly title: string
      readonly dueOn: IsoDay
    }
  | {
      readonly kind: 'notice'
      readonly notice: Notice
      readonly thing: ThingKind
      readonly thingId: string
      readonly title: string
      readonly dueOn: IsoDay | null
      /** For whoever phones when it does not arrive. */
      readonly regionCode: RegionCode
      readonly hiddenFrom: readonly UnitId[]
      readonly membershipId: MembershipId | null
    }

/** One subscription message to one person. */
export interface MessageRow {
  readonly id: string
  readonly personId: PersonId
  readonly template: MessageTemplate
  readonly state: MessageState
  /** Epoch milliseconds at which it was made. */
  readonly at: number
  /** Epoch milliseconds from which it may be sent. */
  readonly notBefore: number
  /** What kind of news it was, never of which thing: its reader finds it here again. */
  readonly about: MessageAbout
  /** How many things it speaks of. */
  readonly things: number
  readonly attempts: number
  /** Null once the message has its outcome: who was told of which report is nobody's business. */
  readonly body: MessageBody | null
}

const readMessage = rowsOf<MessageRow>({
  id: 'text',
  personId: 'text',
  template: messageTemplates,
  state: messageStates,
  at: 'number',
  notBefore: 'number',
  about: messageAbouts,
  things: 'number',
  attempts: 'number',
  body: orNone('row'),
})

/** Messages name nobody without our key: who reads news of a report is who reported. */
export class MessageQueue {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async find(id: string): Promise<MessageRow | null> {
    const doc = await this.database.get(collection, id)
    return doc ? this.rowOf(doc) : null
  }

  /** Once for ever: false when this message was made before. */
  async add(row: MessageRow): Promise<boolean> {
    try {
      await this.database.create(collection, this.docOf(row))
      return true
    } catch (error) {
      if (error instanceof DuplicateId) return false
      throw error
    }
  }

  /** Makes a digest and marks what it tells, together: no step is told twice or lost. */
  async addDigest(
    row: MessageRow,
    markTold: (transaction: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.database.transact(async (transaction) => {
      await transaction.create(collection, this.docOf(row))
      await markTold(transaction)
    })
  }

  async ready(now: number, limit: number): Promise<MessageRow[]> {
    return this.inState('pending', this.database.command.lte(now), limit)
  }

  /** Messages whose sending began and never ended: nobody knows whether they went out. */
  async interrupted(limit: number): Promise<MessageRow[]> {
    return this.inState('sending', this.database.command.gte(0), limit)
  }

  async nextReady(): Promise<number | null> {
    const [row] = await this.inState('pending', this.database.command.gte(0), 1)
    return row?.notBefore ?? null
  }

  /** Takes a message for sending; false when another run has it. */
  async take(id: string): Promise<boolean> {
    return this.database.transact(async (transaction) => {
      const doc = await transaction.get(collection, id)
      if (doc?.state !== 'pending') return false
      await transaction.put(collection, {
        ...doc,
        state: 'sending',
        attempts: storedNumber(doc.attempts) + 1,
      })
      return true
    })
  }

  /** Writes the outcome. Only this run has the message, so nobody else writes it. */
  async put(row: MessageRow): Promise<void> {
    await this.database.put(collection, this.docOf(row))
  }

  /** Answers to this person that wait for the morning or for another try. */
  async pendingAnswers(personId: PersonId): Promise<number> {
    const { items } = await this.pageOf(personId, undefined)
    return items.filter(
      ({ state, body }) => state === 'pending' && body?.kind === 'notice' && isAnswer(body.notice),
    ).length
  }

  /** Nothing of what it would say stands any more. */
  async remove(id: string): Promise<void> {
    await this.database.remove(collection, id)
  }

  /** One person's messages, newest first. */
  async pageOf(
    personId: PersonId,
    cursor: string | undefined,
  ): Promise<{ items: MessageRow[]; cursor: string | null }> {
    const own = { personKey: this.keyOf(personId) }
    const page = await newestPage(this.database, collection, own, { cursor, size: pageSize })
    return { items: page.docs.map((doc) => this.rowOf(doc)), cursor: page.cursor }
  }

  private async inState(
    state: MessageState,
    notBefore: unknown,
    limit: number,
  ): Promise<MessageRow[]> {
    const docs = await this.database.find(
      collection,
      { state, notBefore },
      // What may go at the same instant goes in the order in which it came.
      {
        sort: [
          ['notBefore', 'asc'],
          ['order', 'asc'],
        ],
        limit,
      },
    )
    return docs.map((doc) => this.rowOf(doc))
  }

  private keyOf(personId: PersonId): string {
    return this.cipher.blind(`messages ${personId}`)
  }

  private docOf({ id, personId, ...rest }: MessageRow): Doc {
    return {
      _id: id,
      ...rest,
      personKey: this.keyOf(personId),
      to: this.cipher.seal(personId),
      order: `${String(rest.at).padStart(15, '0')} ${id}`,
    }
  }

  private rowOf({ _id, order: _order, personKey: _key, to, ...rest }: Doc): MessageRow {
    return readMessage({ ...rest, id: _id, personId: this.cipher.open(storedText(to)) })
  }
}
