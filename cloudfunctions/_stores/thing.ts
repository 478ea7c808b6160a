import type { AuditThing } from '@/domain/audit/chain'
import type { IsoDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { NoticeToSend } from '@/domain/reminder/notice'
import type { Obligation } from '@/domain/reminder/obligation'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { writeEntry, writeQuietly } from './bookkeeping'
import type { Cipher } from './cipher'
import type { Doc } from './document'
import { tellLater } from './messages/message-store'
import type { KeptReply } from './reply-store'
import type { Enter, Transaction } from './transaction'

/** Who asks, and when: the part of a `Call` by which things are read. */
export interface Asker {
  readonly actor: Actor
  /** Epoch milliseconds. */
  readonly now: number
  /** The Beijing day of `now`. */
  readonly today: IsoDay
  /** Whether an action of this function carries the event out. */
  readonly serves: (event: string) => boolean
}

/** Who changes something: the part of a `Call` by which things are written. */
export interface By extends Asker {
  /** The checked answer as it is stored with the change; null where none is kept. */
  readonly keep: (answer: unknown) => KeptReply | null
  /** Of somebody new: their account is made with what they do first. */
  readonly enter?: Enter | null
}

/** Reads one document of the transaction that a change runs in. */
export type Read = (collection: string, id: string) => Promise<Doc | null>

/** A change as what follows from it sees it. */
export interface Made {
  readonly event: string
  readonly changes: Readonly<Record<string, unknown>>
  readonly by: Asker
}

/**
 * One kind of thing in one place: how it is kept, what its rules know, what may be done with it
 * and what is owed on it. All of it is pure but `renewed` and `beside`.
 */
export interface Thing<T extends { readonly id: string }, F, E extends string> {
  readonly kind: AuditThing
  readonly collection: string
  /** The thing in its document. @throws TypeError when no version of this code wrote it */
  readonly parsed: (doc: Doc) => T
  /** Fields that queries filter and sort by; never read back. */
  readonly derived: (record: T, context: ObligationContext) => Record<string, unknown>
  /** False hides it from this caller as if it were not there. */
  readonly isShown?: (record: T, by: Asker) => boolean
  /** The record with what it copies from other things as they are now. */
  readonly renewed?: (record: T, read: Read) => Promise<T>
  /** What follows by itself from a change. */
  readonly followed?: (before: T | null, next: T, change: Made) => T
  /** What the rules must know beside the caller: of the record itself and of the day. */
  readonly facts: (record: T, context: ObligationContext, by: Asker) => F
  /** Events this person may do now, whoever carries them out. */
  readonly allowed: (record: T, actor: Actor, facts: F) => readonly E[]
  /** Everything that is owed on it from now on. */
  readonly owed: (record: T, context: ObligationContext) => readonly Obligation[]
  /** The day on which the system has to act on it; null while it is in the hands of people. */
  readonly turnOn?: (record: T, context: ObligationContext) => IsoDay | null
  /** Its 暂定 days counted with the calendar as it is now; absent where it keeps none. */
  readonly recounted?: (record: T, context: ObligationContext) => T
  /** Other documents that are made of this one. */
  readonly beside?: (acting: Acting, before: T | null, next: T) => Promise<void>
}

/** What a decision asks to be written, all of it in one transaction. */
export interface Decision<T> {
  readonly next: T
  /** What the audit calls it, where the outcome decides. */
  readonly event?: string
  /** Enters the audit: personal fields digested, no original words. */
  readonly changes: Readonly<Record<string, unknown>>
  /** What staff read beside the event in the history, if anything. */
  readonly note?: string | null
  /** What is told at once, if and only if the change is committed. */
  readonly tell?: readonly NoticeToSend[]
  /** Other documents that must change with it. */
  readonly also?: (acting: Acting) => Promise<void>
}

/**
 * Pure but for what it reads by id in its own transaction; may run several times. Null leaves
 * the thing as it is.
 */
export type Decide<T, F> = (
  record: T,
  facts: F,
  read: Read,
) => Decision<T> | null | Promise<Decision<T> | null>

const notFound = (): never => {
  throw new RuleError('THING.NOT_FOUND')
}

/** One transaction of one call: changes of things, and plain documents beside them. */
export class Acting {
  constructor(
    readonly transaction: Transaction,
    readonly by: By,
    readonly context: ObligationContext,
    private readonly cipher: Cipher,
  ) {}

  readonly read: Read = (collection, id) => this.transaction.get(collection, id)

  /**
   * load → decide → save of a thing that exists; null from `decide` leaves it as it is.
   * @param absent what is done when there is none
   * @throws RuleError `THING.NOT_FOUND` and what `decide` refuses
   */
  async change<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    id: string,
    event: string,
    decide: Decide<T, F>,
    absent: () => Promise<T> = notFound,
  ): Promise<T> {
    const doc = await this.read(thing.collection, id)
    if (!doc) return absent()
    const before = thing.parsed(doc)
    const record = await this.renewed(thing, before)
    if (thing.isShown?.(record, this.by) === false) return absent()
    const decision = await decide(record, thing.facts(record, this.context, this.by), this.read)
    return decision ? this.save(thing, { doc, before }, event, decision) : record
  }

  /**
   * A change that stands in no chain of this thing: because it follows from what a resident started,
   * which has a chain of its own, or because it decides nothing, as 逐处看. Null from `decide` leaves it as it is.
   */
  async changeQuietly<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    id: string,
    decide: (record: T) => T | null | Promise<T | null>,
  ): Promise<T | null> {
    const { context, transaction } = this
    const doc = await this.read(thing.collection, id)
    if (!doc) return null
    const record = await this.renewed(thing, thing.parsed(doc))
    const next = await decide(record)
    if (!next) return record
    const { collection } = thing
    await writeQuietly(transaction, doc, {
      collection,
      next,
      obligations: thing.owed(next, context),
    })
    return next
  }

  /** Makes a thing. @throws DuplicateId, at the commit, when there is one under this id */
  async make<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    event: string,
    decision: Decision<T>,
  ): Promise<T> {
    return this.save(thing, null, event, decision)
  }

  private async renewed<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    stored: T,
  ): Promise<T> {
    return thing.renewed ? thing.renewed(stored, this.read) : stored
  }

  private async save<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    present: { readonly doc: Doc; readonly before: T } | null,
    event: string,
    decision: Decision<T>,
  ): Promise<T> {
    const { by, context, transaction } = this
    const { doc, before } = present ?? { doc: null, before: null }
    const made = { event: decision.event ?? event, changes: decision.changes, by }
    const next = thing.followed?.(before, decision.next, made) ?? decision.next
    await writeEntry(transaction, this.cipher, doc, {
      thing: thing.kind,
      collection: thing.collection,
      next,
      derived: {
        ...thing.derived(next, context),
        ...(thing.turnOn && { turnOn: thing.turnOn(next, context) }),
      },
      event: made.event,
      changes: made.changes,
      note: decision.note ?? null,
      obligations: thing.owed(next, context),
      actor: by.actor,
      now: by.now,
    })
    await thing.beside?.(this, before, next)
    await tellLater(decision.tell ?? [], by.now)(transaction)
    await decision.also?.(this)
    return next
  }
}
