type Callback = (...args: unknown[]) => void

/** Timers of one mini-program: they end with it, and what they throw is collected. */
export class Timers {
  private readonly running = new Set<NodeJS.Timeout>()
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

  readonly setTimeout = (run: Callback, ms = 0, ...args: unknown[]): NodeJS.Timeout | number => {
    if (this.closed) return 0
    const timer = setTimeout(() => {
      this.running.delete(timer)
      this.guard(() => run(...args))
    }, ms)
    this.running.add(timer)
    return timer
  }

  readonly setInterval = (run: Callback, ms = 0, ...args: unknown[]): NodeJS.Timeout | number => {
    if (this.closed) return 0
    const timer = setInterval(() => this.guard(() => run(...args)), ms)
    this.running.add(timer)
    return timer
  }

  readonly clear = (timer: NodeJS.Timeout | number | undefined): void => {
    clearTimeout(timer)
    if (typeof timer === 'object') this.running.delete(timer)
  }

  close(): void {
    this.closed = true
    this.running.forEach((timer) => clearTimeout(timer))
    this.running.clear()
  }
}
