import type { Refusal } from '../wire/dispatch-action'
import { withoutValues } from './without-values'

export interface RefusalAt extends Refusal {
  /** Epoch ms on the local clock. */
  at: number
}

const MOST_KEPT = 200

/** The latest requests of the SDK that were answered with a code, newest first. */
export class RefusalLog {
  readonly list: RefusalAt[] = []

  constructor(private readonly now: () => number) {}

  readonly add = (refusal: Refusal): void => {
    this.list.unshift({ ...refusal, message: withoutValues(refusal.message), at: this.now() })
    this.list.length = Math.min(this.list.length, MOST_KEPT)
  }
}
