import type { ErrorCode } from '@/contract/errors'

/** A refusal of the server, or a call that did not arrive (`CLIENT.*`). */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** Dotted paths of the input fields concerned. */
    readonly fields: readonly string[] = [],
    /** Names the server's log line; empty when no server answered. */
    readonly requestId = '',
  ) {
    super(code)
    this.name = 'CallError'
  }
}

/** True when the server may not have seen the call: the same key may be sent again. */
export const mayRepeat = (error: unknown) =>
  error instanceof CallError &&
  (error.code === 'CLIENT.OFFLINE' ||
    error.code === 'CLIENT.TIMEOUT' ||
    error.code === 'THING.BUSY')
