import { refuse } from './reply'
import type { WeChatReply } from './reply'

interface Failure {
  errcode: number
  errmsg: string | undefined
  /** Calls still to fail. */
  left: number
}

/** Codes that tests ask for by hand: what no request can bring about here, as a ban or a daily limit. */
export class ForcedFailures {
  private readonly failures = new Map<string, Failure>()

  /** @param times calls of the API that fail; after them it works again */
  set(api: string, errcode: number, errmsg: string | undefined, times: number): void {
    this.failures.set(api, { errcode, errmsg, left: times })
  }

  clear(): void {
    this.failures.clear()
  }

  /** The refusal of this call; null when it is to be answered as ever. */
  take(api: string): WeChatReply | null {
    const failure = this.failures.get(api)
    if (!failure) return null
    failure.left -= 1
    if (failure.left <= 0) this.failures.delete(api)
    return failure.errmsg === undefined
      ? refuse(failure.errcode)
      : refuse(failure.errcode, failure.errmsg)
  }
}
