import type { IsoDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import type { ActionName, ActionOutput, actions } from '@/contract/actions'
import type * as z from '@/contract/zod'

/** What a handler knows of the call beside its input. */
export interface Call {
  readonly requestId: string
  readonly actor: Actor
  /** Epoch milliseconds, read once per call. */
  readonly now: number
  /** The Beijing day of `now`. */
  readonly today: IsoDay
  /**
   * The caller's openid for WeChat's content check, which wants one seen in the last two
   * hours. Null for anonymous reports and timers. Never stored, never logged.
   */
  readonly openid: string | null
  /**
   * Unguessable id that is the same when the same call arrives twice, so that a repeated
   * arrival finds its own record instead of making a second one.
   */
  newId(label: string): string
}

/** Input as parsed: strict, typed, defaults applied. */
export type ParsedInput<N extends ActionName> = z.output<(typeof actions)[N]['input']>

/** load → decide (pure) → save. No parsing, no identity, no try/catch: the kit does those. */
export type Handler<N extends ActionName> = (
  input: ParsedInput<N>,
  call: Call,
) => Promise<ActionOutput<N>>
