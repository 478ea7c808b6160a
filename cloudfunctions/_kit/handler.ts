import type { IsoDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import type { Person } from '@/domain/organization/person'
import type { ActionName, ActionOutput, actions } from '@/contract/actions'
import type * as z from '@/contract/zod'
import type { Enter, KeptReply } from './ports'

/** What a handler knows of the call beside its input. */
export interface Call {
  readonly requestId: string
  /** Null for a visitor without an account. */
  readonly person: Person | null
  readonly actor: Actor
  /** Epoch milliseconds, read once per call. */
  readonly now: number
  /** The Beijing day of `now`. */
  readonly today: IsoDay
  /**
   * The caller's openid for WeChat's content check, which wants one seen in the last two
   * hours, and for counting codes that open nothing. Null for anonymous reports and timers. Never stored, never logged.
   */
  readonly openid: string | null
  /**
   * Unguessable id that is the same when the same call arrives twice, so that a repeated
   * arrival finds its own record instead of making a second one.
   */
  newId(label: string): string
  /** The checked answer, for the transaction that completes a write; null where none is kept. */
  keep(answer: unknown): KeptReply | null
  /** Of somebody new: stands in the transaction of what they do first. Null for everybody else. */
  readonly enter: Enter | null
  /** Whether an action of this function carries the event out. */
  serves(event: string): boolean
}

/** The call as a transaction that is only a part of it: the answer stands in the last one. */
export const partOf = (call: Call): Call => ({ ...call, keep: () => null })

/** Input as parsed: strict, typed, defaults applied. */
export type ParsedInput<N extends ActionName> = z.output<(typeof actions)[N]['input']>

/** load → decide (pure) → save. No parsing, no identity, no try/catch: the kit does those. */
export type Handler<N extends ActionName> = (
  input: ParsedInput<N>,
  call: Call,
) => Promise<ActionOutput<N>>
