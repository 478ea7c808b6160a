import type { AuditThing } from '@/domain/audit/chain'
import type { Actor } from '@/domain/organization/actor'
import type { Obligation } from '@/domain/reminder/obligation'
import { RuleError } from '@/domain/refusal'
import { writeEntry } from './bookkeeping'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { type Doc, DuplicateId, WriteConflict } from './document'
import type { Transaction } from './transaction'

/** How one kind of thing is kept: its collection and what is stored beside it for queries. */
export interface ThingCodec<T extends { readonly id: string }> {
  readonly thing: AuditThing
  readonly collection: string
  /** What a record is, one stored by an earlier version too. */
  readonly read: (doc: Doc) => T
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
  decide: (thing: T) => Change<T>,
): Promise<T> =>
  busyOnConflict(() =>
    writer.database.transact(async (transaction) => {
      const doc = await transaction.get(codec.collection, id)
      if (!doc) throw new RuleError('THING.NOT_FOUND')
      const change = decide(codec.read(doc))
      await save(writer, transaction, codec, change, by, doc)
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
        await save(writer, transaction, codec, change, by, null)
        return change.next
      }),
    )
  } catch (error) {
    if (!(error instanceof DuplicateId)) throw error
    const existing = await writer.database.get(codec.collection, change.next.id)
    if (!existing) throw error
    return codec.read(existing)
  }
}

const save = async <T extends { readonly id: string }>(
  writer: Writer,
  transaction: Transaction,
  codec: ThingCodec<T>,
  change: Change<T>,
  by: By,
  before: Doc | null,
): Promise<void> => {
  await writeEntry(transaction, writer.cipher, before, {
    thing: codec.thing,
    collection: codec.collection,
    next: change.next,
    derived: codec.derived(change.next),
    event: change.event,
    changes: change.changes,
    note: change.note ?? null,
    obligations: change.obligations,
    actor: by.actor,
    now: by.now,
  })
  await change.also?.(transaction)
}

const busyOnConflict = async <R>(work: () => Promise<R>): Promise<R> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WriteConflict) throw new RuleError('THING.BUSY')
    throw error
  }
}
