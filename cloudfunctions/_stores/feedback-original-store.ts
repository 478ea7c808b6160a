import type { IsoDay } from '@/domain/calendar/day'
import type { FeedbackId, FeedbackOriginal, Rating } from '@/domain/feedback/feedback'
import { RuleError } from '@/domain/refusal'
import type { Cipher } from './cipher'
import { type Reporter, reporterKeyOf } from './reporter-key'
import { newestPage } from './bounded-query'
import type { Database } from './database'
import type { Doc } from './document'
import type { Read } from './thing'
import type { Transaction } from './transaction'
import { storedCount, storedText, storedTextOrNull, storedOneOf, storedRow } from './stored'
import { orNone, rowsOf } from './shape'

const collection = 'feedbackOriginals'
const pageSize = 20

/** Intake's half of a report, with the words that came with ratings. */
export interface Original extends FeedbackOriginal {
  readonly ratings: readonly {
    readonly rating: Rating
    readonly words: string
    readonly at: number
  }[]
}

const originalOf = rowsOf<Original>({
  feedbackId: 'text',
  reporterId: orNone('text'),
  words: 'text',
  place: 'text',
  photoIds: 'list',
  voiceId: orNone('text'),
  contactName: orNone('text'),
  contactPhone: orNone('text'),
  consentOn: orNone('text'),
  supplements: 'list',
  ratings: 'list',
})

/** What WeChat's check said of the words, the heaviest first: shown to intake, never a reason to refuse. */
export const contentFlags = ['risky', 'review', 'unchecked'] as const
export type ContentFlag = (typeof contentFlags)[number]
/** Of each text apart (the report, a supplement, a rating); null: nothing was found. */
type Flags = Readonly<Record<string, ContentFlag | null>>

const flagsIn = (doc: Doc): Flags =>
  Object.fromEntries(
    Object.entries(storedRow(doc.flags)).map(([of, flag]) => [
      of,
      flag === null ? null : storedOneOf(contentFlags, flag),
    ]),
  )
const heaviest = (flags: Flags): ContentFlag | null =>
  contentFlags.find((flag) => Object.values(flags).includes(flag)) ?? null

export interface OriginalRow {
  readonly original: Original
  readonly contentFlag: ContentFlag | null
  readonly reporterKey: string | null
}

/** By the own session, or by the lookup code (its hash) from any phone. */
export interface Claim {
  readonly feedbackId: FeedbackId
  readonly lookupHash?: string
}

interface NewOriginal {
  readonly original: Original
  /** Who sent it; nobody for anonymous reports. */
  readonly reporter: Reporter
  readonly lookupHash: string
  /** What WeChat said of the words. */
  readonly flag: ContentFlag | null
  readonly on: IsoDay
}

/**
 * Reporter, words, place, contact, photos and supplements: one sealed text a report. Beside it
 * stand two keyed digests, of the person to list the own reports and of the lookup code; the
 * first is null for anonymous reports. After a withdrawal the sealed text is gone.
 */
export class FeedbackOriginalStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  reporterKey(reporter: Reporter): string {
    return reporterKeyOf(this.cipher, reporter)
  }

  /** Null when there is no such report or its original was erased. */
  async find(id: FeedbackId): Promise<OriginalRow | null> {
    const doc = await this.database.get(collection, id)
    return doc ? this.rowOf(doc) : null
  }

  /** As `find`, read in the transaction of a change. */
  async findIn(read: Read, id: FeedbackId): Promise<OriginalRow | null> {
    const doc = await read(collection, id)
    return doc ? this.rowOf(doc) : null
  }

  /**
   * Whether the caller is who sent the report, read in the transaction of a change: by the session
   * nobody is once its identity was erased, a code stays known.
   */
  async isSentBy(
    read: Read,
    { feedbackId, lookupHash }: Claim,
    reporter: Reporter,
  ): Promise<boolean> {
    const doc = await read(collection, feedbackId)
    if (!doc) return false
    if (lookupHash !== undefined) return this.opensBy(doc, lookupHash)
    return reporter.personId !== null && doc.reporterKey === this.reporterKey(reporter)
  }

  /** Whether this is the report's lookup code; no code is none. */
  private opensBy({ lookupKey }: Doc, lookupHash: string | undefined): boolean {
    return lookupHash !== undefined && lookupKey === this.lookupKey(lookupHash)
  }

  async findMany(ids: readonly FeedbackId[]): Promise<Map<FeedbackId, OriginalRow>> {
    const docs = await this.database.getMany(collection, ids)
    return new Map(docs.flatMap((doc) => this.entryOf(doc)))
  }

  /** Whose report a lookup code opens; also after a withdrawal. */
  async idByLookup(lookupHash: string): Promise<FeedbackId | null> {
    const [doc] = await this.database.find(
      collection,
      { lookupKey: this.lookupKey(lookupHash) },
      { limit: 1 },
    )
    return doc?._id ?? null
  }

  /** The person's own reports, newest first. */
  async listOf(
    reporter: Reporter,
    cursor: string | undefined,
  ): Promise<{ items: Original[]; cursor: string | null }> {
    const own = { reporterKey: this.reporterKey(reporter) }
    const page = await newestPage(this.database, collection, own, { cursor, size: pageSize })
    return {
      items: page.docs.flatMap((doc) => this.entryOf(doc)).map(([, { original }]) => original),
      cursor: page.cursor,
    }
  }

  /** For `Change.also`. */
  create({ original, reporter, lookupHash, flag, on }: NewOriginal) {
    const { feedbackId } = original
    const doc: Doc = {
      _id: feedbackId,
      reporterKey: reporter.personId === null ? null : this.reporterKey(reporter),
      lookupKey: this.lookupKey(lookupHash),
      // The day only: a row that names a reporter carries no instant.
      order: `${on}.${feedbackId}`,
      flags: { report: flag } satisfies Flags,
      unread: true,
      looks: 0,
      sealed: this.seal(original),
    }
    return (transaction: Transaction): Promise<void> => transaction.create(collection, doc)
  }

  /**
   * For `Change.also`: words that came later, by the name `label`, with what WeChat said of them. Nothing happens
   * when it holds them already: a call that broke off comes again. When the original was erased
   * meanwhile nothing is changed, for words that nobody could read would be lost in silence.
   * @throws RuleError `THING.NOT_FOUND`
   */
  add(
    id: FeedbackId,
    label: string,
    flag: ContentFlag | null,
    change: (original: Original) => Original,
  ) {
    return async (transaction: Transaction): Promise<void> => {
      const doc = await transaction.get(collection, id)
      const row = doc && this.rowOf(doc)
      if (!row) throw new RuleError('THING.NOT_FOUND')
      const flags = flagsIn(doc)
      if (label in flags) return
      await transaction.put(collection, {
        ...doc,
        flags: { ...flags, [label]: flag } satisfies Flags,
        unread: true,
        sealed: this.seal(change(row.original)),
      })
    }
  }

  /** For `Change.also`: words came to the matter by another report of it. */
  markUnread(id: FeedbackId) {
    return async (transaction: Transaction): Promise<void> => {
      const doc = await transaction.get(collection, id)
      if (doc?.sealed) await transaction.put(collection, { ...doc, unread: true })
    }
  }

  /**
   * For `Change.also`: erases who, what and where. The code's digest stays, so that the phone
   * that holds the code still reads 已撤回.
   * @param receipt unguessable name of the call, by which the same call is known when it repeats
   */
  erase(id: FeedbackId, receipt: string) {
    return async (transaction: Transaction): Promise<void> => {
      const doc = await transaction.get(collection, id)
      if (!doc) return
      const { _id, lookupKey } = doc
      await transaction.put(collection, {
        _id,
        lookupKey,
        reporterKey: null,
        order: '',
        flags: {},
        unread: false,
        looks: 0,
        receipt,
        sealed: null,
      })
    }
  }

  /** Whether this call, or whoever holds the code, has erased it before; read in the transaction of a change. */
  async wasErased(
    read: Read,
    { feedbackId, lookupHash }: Claim,
    receipt: string,
  ): Promise<boolean> {
    const doc = await read(collection, feedbackId)
    if (doc?.sealed !== null) return false
    return this.opensBy(doc, lookupHash) || doc.receipt === receipt
  }

  /**
   * For `Change.also`: the desk opens it. Answers what is in it now and which look it is, from 1;
   * null when the reporter has withdrawn meanwhile.
   */
  open(id: FeedbackId) {
    return async (transaction: Transaction): Promise<{ row: OriginalRow; nth: number } | null> => {
      const doc = await transaction.get(collection, id)
      const row = doc && this.rowOf(doc)
      if (!row) return null
      const nth = storedCount(doc.looks) + 1
      await transaction.put(collection, { ...doc, unread: false, looks: nth })
      return { row, nth }
    }
  }

  /** Which of these hold words that the desk has not opened yet. */
  async unreadAmong(ids: readonly FeedbackId[]): Promise<Set<FeedbackId>> {
    const docs = await this.database.getMany(collection, ids)
    return new Set(docs.filter(({ unread }) => unread === true).map(({ _id }) => _id))
  }

  private lookupKey(lookupHash: string): string {
    return this.cipher.blind(`lookup ${lookupHash}`)
  }

  private seal(original: Original): string {
    return this.cipher.seal(JSON.stringify(original))
  }

  private rowOf(doc: Doc): OriginalRow | null {
    if (!doc.sealed) return null
    return {
      original: originalOf(JSON.parse(this.cipher.open(storedText(doc.sealed)))),
      contentFlag: heaviest(flagsIn(doc)),
      reporterKey: storedTextOrNull(doc.reporterKey),
    }
  }

  private entryOf(doc: Doc): [FeedbackId, OriginalRow][] {
    const row = this.rowOf(doc)
    return row ? [[doc._id, row]] : []
  }
}
