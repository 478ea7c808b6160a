/** Real time plus an offset that only grows: the one clock of server dates, functions, timers and links. */
export class SettableClock {
  private offset = 0
  private readonly listeners = new Set<(offset: number) => void>()

  /** Epoch ms. */
  now(): number {
    return Date.now() + this.offset
  }

  /** Ms by which it is ahead of (or, after a start in the past, behind) real time. */
  get offsetMs(): number {
    return this.offset
  }

  /** Where a fresh data directory begins; before anything has read the clock it may also lie in the past. */
  startAt(epochMs: number): void {
    this.offset = epochMs - Date.now()
  }

  /** Moves forward to `epochMs`; an instant that is already past changes nothing. */
  advanceTo(epochMs: number): void {
    const step = epochMs - this.now()
    if (step <= 0) return
    this.offset += step
    for (const listener of this.listeners) listener(this.offset)
  }

  onAdvance(listener: (offset: number) => void): void {
    this.listeners.add(listener)
  }
}
