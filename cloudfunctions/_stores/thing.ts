import type { AuditThing } from '@/domain/audit/chain'
import type { IsoDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import type { NoticeToSend } from '@/domain/reminder/notice'
import type { Obligation } from '@/domain/reminder/obligation'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import type { Acting } from './acting'
import type { Doc } from './document'
import type { KeptReply } from './reply-store'

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
}

/** Reads one document of the transaction that a change runs in. */
export type Read = (collection: string, id: string) => Promise<Doc | null>

/**
 * One kind of thing in one place: how it is kept, what its rules know, what may be done with it
 * and what is owed on it. All of it is pure but `renewed` and `beside`.
 */
export interface Thing<T extends { readonly id: string }, F, E extends string> {
  readonly kind: AuditThing
  readonly collection: string
  /** Fields that queries filter and sort by; never read back. */
  readonly derived: (record: T, context: ObligationContext) => Record<string, unknown>
  /** The record with what it copies from other things as they are now. */
  readonly renewed?: (record: T, read: Read) => Promise<T>
  /** What follows by itself from a change. */
  readonly followed?: (before: T | null, next: T, by: Asker) => T
  /** What the rules must know beside the caller: of the record itself and of the day. */
  readonly facts: (record: T, context: ObligationContext, by: Asker) => F
  /** Events this person may do now, whoever carries them out. */
  readonly allowed: (record: T, actor: Actor, facts: F) => readonly E[]
  /** Everything that is owed on it from now on. */
  readonly owed: (record: T, context: ObligationContext) => readonly Obligation[]
  /** Other documents that are made of this one. */
  readonly beside?: (acting: Acting, next: T) => Promise<void>
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
