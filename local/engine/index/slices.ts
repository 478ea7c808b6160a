import { setImmediate } from 'node:timers/promises'

/** Work in small steps: it yields wherever others may take a turn. */
export type Steps<T> = Generator<void, T>

/** Real ms of one turn; a request meanwhile waits for so long at the most, and for the step that is being done. */
const TURN_MS = 8

/** Small pieces: so many elements are worked on between two yields. */
export const STEP = 1024

/** Does all of it now. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/**
 * Does it turn by turn, with requests in between.
 * @param stopped ends it early
 * @throws Stopped; what a step throws
 */
export async function inTurns<T>(steps: Steps<T>, stopped: () => boolean): Promise<T> {
  for (;;) {
    const end = performance.now() + TURN_MS
    do {
      const { done, value } = steps.next()
      if (done) return value
    } while (performance.now() < end)
    await setImmediate()
    if (stopped()) throw new Stopped()
  }
}

export class Stopped extends Error {
  constructor() {
    super('the data directory has been closed')
  }
}
