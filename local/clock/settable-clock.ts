/** Real time plus an offset that only grows: the one clock of server dates, functions, timers and links. */
export class SettableClock {
  private offset = 0
  private standing: number | null = null
  private readonly listeners = new Set<(offset: number) => void>()

  /** Epoch ms. */
  now(): number {
    return this.standing ?? Date.now() + this.offset
  }

  /** The instant at which it stands still, for a test of an exact one; null while it goes. */
  get standingAt(): number | null {
    return this.standing
  }

  /** Stands still at `epochMs`, which is not past, until it is set further. */
  standAt(epochMs: number): void {
    this.advanceTo(epochMs)
    this.standing = epochMs
    this.tell()
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
    if (epochMs <= this.now()) return
    this.standing = null
    this.offset = epochMs - Date.now()
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.offset)
  }

  onAdvance(listener: (offset: number) => void): void {
    this.listeners.add(listener)
  }
}
