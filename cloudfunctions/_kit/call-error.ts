import type { CallErrorCode } from '@/contract/errors'

/** Refusals of the call itself; handlers may throw them too (documents). */
export class CallError extends Error {
  constructor(
    readonly code: CallErrorCode,
    readonly fields: readonly string[] = [],
  ) {
    super(code)
    this.name = 'CallError'
  }
}
