import { flushOutbox, onOutbox, readOutbox, sendingNow } from './outbox'

/**
 * How long what waits is left alone, in milliseconds: a server that is busy or a line that is weak
 * for a moment. No other event would come, and the person reads that it goes by itself.
 */
const pauses = [10_000, 30_000, 120_000, 300_000] as const

let timer: ReturnType<typeof setTimeout> | null = null
let tries = 0

const tryAgain = () => {
  timer = null
  tries += 1
  void flushOutbox()
}

/** At start: what could not be sent is tried again while the app is open, less and less often. */
export const keepTrying = () =>
  onOutbox(({ kind }) => {
    if (kind === 'sent') tries = 0
    if (timer || sendingNow() || !readOutbox().some(({ state }) => state === 'waiting')) return
    timer = setTimeout(tryAgain, pauses[Math.min(tries, pauses.length - 1)])
  })
