import type { ErrorCode } from './errors'

/**
 * What a client sends. Keys that WeChat adds (`userInfo`, …) are ignored; who the caller is
 * comes from the call's context and never from here.
 */
export interface Envelope {
  readonly action: string
  readonly input: unknown
  /** Random, made once per intention: the second arrival gets the first one's reply. */
  readonly idempotencyKey?: string
  /** Membership to act as; checked on the server. Absent: as a resident. */
  readonly actAs?: string
}

export interface ReplyError {
  readonly code: ErrorCode
  /** Dotted paths of the input fields concerned. */
  readonly fields?: readonly string[]
  readonly requestId: string
}

/** `now` (epoch milliseconds) gives the client its clock. */
export type Reply<T> =
  | { readonly ok: true; readonly data: T; readonly now: number }
  | { readonly ok: false; readonly error: ReplyError; readonly now: number }
