import { createHash } from 'node:crypto'
import {
  type AuditEvent,
  type AuditThing,
  chainPayload,
  genesisHash,
  type UnhashedAuditEvent,
} from '@/domain/audit/chain'
import type { Actor } from '@/domain/organization/actor'
import type { Obligation } from '@/domain/reminder/obligation'
import { RuleError } from '@/domain/refusal'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { obligationDoc } from './obligation-store'
import { type Doc, DuplicateId, WriteConflict } from './document'
import type { Transaction } from './transaction'

/** How one kind of thing is kept: its collection and what is stored beside it for queries. */
export interface ThingCodec<T extends { readonly id: string }> {
  readonly thing: AuditThing
  readonly collection: string
  /** Derived fields that queries filter and sort by; never read back. */
  readonly derived: (thing: T) => Record<string, unknown>
}

/** What a pure decision asks to be written, all of it in one transaction. */
export interface Change<T> {
  readonly next: T
  readonly event: string
  /** Enters the audit: personal fields digested, no original words. */
  readonly changes: Record<string, unknown>
  /** What staff read beside the event in the history, if anything. */
  readonly note?: string | null
  /** Everything that is owed on this thing from now on. */
  readonly obligations: readonly Obligation[]
  /** Other documents that must change with it, by id only. */
  readonly also?: (transaction: Transaction) => Promise<void>
}

export interface Writer {
  readonly database: Database
  readonly cipher: Cipher
}

/** Who and when; the part of a `Call` that a write keeps. */
export interface By {
  readonly actor: Actor
  readonly now: number
}

interface Bookkeeping {
  readonly seq: number
  readonly head: string
  /** Open obligations by id, each with its due day and a digest of what it says. */
  readonly owed: Readonly<Record<string, string>>
}

const freshBook: Bookkeeping = { seq: 0, head: genesisHash, owed: {} }
const bookkeepingField = '_book'
const derivedField = 'by'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The thing without what is kept beside it. */
export const thingOf = <T extends { readonly id: string }>(doc: Doc): T => {
  const beside = ['_id', bookkeepingField, derivedField]
  const own = Object.entries(doc).filter(([field]) => !beside.includes(field))
  return { ...Object.fromEntries(own), id: doc._id } as unknown as T
}

/** How often this thing was written: a reader's version of it. */
export const versionOf = (doc: Doc): number => (doc[bookkeepingField] as Bookkeeping).seq

/** The audit chain's head that the thing keeps. */
export const chainHeadOf = (doc: Doc): string => (doc[bookkeepingField] as Bookkeeping).head

/**
 * load → decide → save in one transaction, with the audit event and the obligations inside.
 *
 * `decide` is pure and may run several times; it throws `RuleError` to refuse.
 * @throws RuleError `THING.NOT_FOUND`, `THING.BUSY` after many conflicts, and what `decide` throws
 */
export const changeThing = async <T extends { readonly id: string }>(
  writer: Writer,
  codec: ThingCodec<T>,
  id: string,
  by: By,
  decide: (thing: T, version: number) => Change<T>,
): Promise<T> =>
  busyOnConflict(() =>
    writer.database.transact(async (transaction) => {
      const doc = await transaction.get(codec.collection, id)
      if (!doc) throw new RuleError('THING.NOT_FOUND')
      const book = doc[bookkeepingField] as Bookkeeping
      const change = decide(thingOf<T>(doc), book.seq)
      await save(writer, transaction, codec, change, by, book)
      return change.next
    }),
  )

/**
 * Makes a thing. A second arrival of the same call finds its own record: nothing is written
 * and the first one's thing comes back.
 */
export const createThing = async <T extends { readonly id: string }>(
  writer: Writer,
  codec: ThingCodec<T>,
  by: By,
  change: Change<T>,
): Promise<T> => {
  try {
    return await busyOnConflict(() =>
      writer.database.transact(async (transaction) => {
        await save(writer, transaction, codec, change, by, freshBook)
        return change.next
      }),
    )
  } catch (error) {
    if (!(error instanceof DuplicateId)) throw error
    const existing = await writer.database.get(codec.collection, change.next.id)
    if (!existing) throw error
    return thingOf<T>(existing)
  }
}

/** Makes a thing together with another one's change, for `Change.also`. */
export const createWithin = async <T extends { readonly id: string }>(
  writer: Writer,
  transaction: Transaction,
  codec: ThingCodec<T>,
  by: By,
  change: Change<T>,
): Promise<void> => save(writer, transaction, codec, change, by, freshBook)

/** Changes a thing together with another one, for `Change.also`; nothing when there is none. */
export const changeWithin = async <T extends { readonly id: string }>(
  writer: Writer,
  transaction: Transaction,
  codec: ThingCodec<T>,
  id: string,
  by: By,
  decide: (thing: T) => Change<T>,
): Promise<void> => {
  const doc = await transaction.get(codec.collection, id)
  if (!doc) return
  const book = doc[bookkeepingField] as Bookkeeping
  await save(writer, transaction, codec, decide(thingOf<T>(doc)), by, book)
}

/** A digest of a person for the audit of one thing: the same person differs between things. */
export const personDigest = (cipher: Cipher, thingId: string, personId: string): string =>
  cipher.blind(`${thingId} ${personId}`)

const save = async <T extends { readonly id: string }>(
  writer: Writer,
  transaction: Transaction,
  codec: ThingCodec<T>,
  change: Change<T>,
  by: By,
  book: Bookkeeping,
): Promise<void> => {
  const event = auditEvent(writer.cipher, codec.thing, change, by, book)
  const owed = Object.fromEntries(change.obligations.map((owes) => [owes.id, contentOf(owes)]))
  const { id, ...rest } = change.next
  const doc: Doc = {
    ...rest,
    _id: id,
    [bookkeepingField]: { seq: event.seq, head: event.hash, owed } satisfies Bookkeeping,
    [derivedField]: codec.derived(change.next),
  }
  if (book.seq === 0) await transaction.create(codec.collection, doc)
  else await transaction.put(codec.collection, doc)
  await transaction.create('auditEvents', {
    _id: `${event.thing}.${event.thingId}.${event.seq}`,
    ...event,
    note: change.note ?? null,
  })
  await saveObligations(transaction, change.obligations, book.owed, owed)
  await change.also?.(transaction)
}

const auditEvent = <T extends { readonly id: string }>(
  cipher: Cipher,
  thing: AuditThing,
  change: Change<T>,
  { actor, now }: By,
  book: Bookkeeping,
): AuditEvent => {
  const unhashed: UnhashedAuditEvent = {
    thing,
    thingId: change.next.id,
    seq: book.seq + 1,
    event: change.event,
    at: now,
    by: actor.personId ? personDigest(cipher, change.next.id, actor.personId) : null,
    unitId: actor.unitId,
    changes: change.changes,
    prevHash: book.head,
  }
  return { ...unhashed, hash: sha256(chainPayload(unhashed)) }
}

/** What an obligation says; its next step is the notifier's and not part of it. */
const contentOf = ({ nextStepOn: _nextStep, ...content }: Obligation): string =>
  `${content.dueOn} ${sha256(JSON.stringify(content)).slice(0, 16)}`

const saveObligations = async (
  transaction: Transaction,
  obligations: readonly Obligation[],
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Promise<void> => {
  for (const id of Object.keys(before))
    if (!(id in after)) await transaction.remove('obligations', id)
  for (const obligation of obligations) {
    const { id } = obligation
    const { _id, nextStepOn, ...content } = obligationDoc(obligation)
    const old = before[id]
    if (old === after[id]) continue
    if (old === undefined) await transaction.create('obligations', { _id, ...content, nextStepOn })
    // A new title or person goes on with the steps; a moved date begins its own.
    else if (old.startsWith(obligation.dueOn)) await transaction.update('obligations', id, content)
    else await transaction.update('obligations', id, { ...content, nextStepOn })
  }
}

const busyOnConflict = async <R>(work: () => Promise<R>): Promise<R> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WriteConflict) throw new RuleError('THING.BUSY')
    throw error
  }
}
