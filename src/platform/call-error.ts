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

const repeatable: readonly ErrorCode[] = [
  'CLIENT.OFFLINE',
  'CLIENT.TIMEOUT',
  'CLIENT.UPLOAD_FAILED',
  'THING.BUSY',
  'FEEDBACK.TOO_MANY_NOW',
  'SERVICE.KEY',
  'SERVICE.CLOSED',
  'INTERNAL',
]

/** True when no rule refused it: the same call with the same key may be sent again. */
export const mayRepeat = (error: unknown) =>
  error instanceof CallError && repeatable.includes(error.code)

export const isOffline = (error: unknown) =>
  error instanceof CallError && (error.code === 'CLIENT.OFFLINE' || error.code === 'CLIENT.TIMEOUT')
