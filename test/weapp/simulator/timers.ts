type Callback = (...args: unknown[]) => void
type Timer = NodeJS.Timeout | number | undefined

/** Timers of one mini-program: they end with it, and what they throw is collected. */
export class Timers {
  private readonly running = new Set<Timer>()
  private closed = false

  /** @param collect takes what a callback throws. */
  constructor(readonly collect: (error: unknown) => void) {}

  /** Runs it now; an error is collected, not thrown. */
  readonly guard = (run: () => void): void => {
    try {
      run()
    } catch (error) {
      this.collect(error)
    }
  }

  readonly setTimeout = (run: Callback, ms = 0, ...args: unknown[]): Timer =>
    this.keep(setTimeout(() => this.guard(() => run(...args)), ms))

  readonly setInterval = (run: Callback, ms = 0, ...args: unknown[]): Timer =>
    this.keep(setInterval(() => this.guard(() => run(...args)), ms))

  readonly clear = (timer: Timer): void => {
    clearTimeout(timer)
    this.running.delete(timer)
  }

  close(): void {
    this.closed = true
    this.running.forEach(this.clear)
  }

  private keep(timer: Timer): Timer {
    if (this.closed) clearTimeout(timer)
    else this.running.add(timer)
    return timer
  }
}
