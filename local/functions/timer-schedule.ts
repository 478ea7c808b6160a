import type { SettableClock } from '../clock/settable-clock'
import type { TimerTrigger } from './function-config'
import type { FunctionRunner } from './function-runner'

/** setTimeout takes at most 2^31 - 1 ms. */
const LONGEST_SLEEP = 2_000_000_000

/** Stops of a jump in a row that do not move the clock: a timer that always names the present must not hold it. */
const MOST_STANDING = 3

export interface TimerOptions {
  runner: FunctionRunner
  clock: SettableClock
  /** Real ms between a failed run and its repetition; the cloud waits a minute. */
  retryDelayMs?: number
  /** Repetitions of a failed run. */
  retries?: number
  /** Every run that succeeds is done a second time, as an at-least-once trigger may: it must do no harm. */
  twice?: boolean
  report: (message: string) => void
}

interface Timer {
  functionName: string
  trigger: TimerTrigger
}

export interface ListedTimer {
  functionName: string
  trigger: string
  /** Its seven fields. */
  cron: string
  /** Epoch ms on the clock at which it runs next; null for never. */
  next: number | null
}

export interface JumpResult {
  /** Epoch ms on the clock after the jump. */
  now: number
  /** Instants at which the timers were fired. */
  stops: number
}

/**
 * Fires timers by their cron on the settable clock, at least once each, and drives a jump of the clock.
 */
export class TimerSchedule {
  private readonly timers: Timer[]
  private readonly sleeping = new Map<Timer, NodeJS.Timeout>()
  private readonly retrying = new Set<NodeJS.Timeout>()
  private jumping: Promise<unknown> = Promise.resolve()
  private paused = true
  private closed = false
  /** May be switched while timers run. */
  twice: boolean

  constructor(private readonly options: TimerOptions) {
    this.twice = options.twice ?? false
    this.timers = options.runner.functions.flatMap(({ name, timers }) =>
      timers.map((trigger) => ({ functionName: name, trigger })),
    )
  }

  start(): void {
    this.paused = false
    for (const timer of this.timers) this.sleep(timer)
  }

  stop(): void {
    this.closed = true
    this.pause()
    for (const handle of this.retrying) clearTimeout(handle)
  }

  list(): ListedTimer[] {
    const now = this.options.clock.now()
    return this.timers.map(({ functionName, trigger: { name, cron } }) => ({
      functionName,
      trigger: name,
      cron: cron.text,
      next: cron.next(now),
    }))
  }

  /**
   * Fires named timers, or all, at the present instant.
   * @returns what each function replied, parsed; null where the run failed for good
   */
  async fire(wanted?: { functionName?: string; trigger?: string }): Promise<unknown[]> {
    const replies: unknown[] = []
    for (const timer of this.timers) {
      if (wanted?.functionName !== undefined && timer.functionName !== wanted.functionName) continue
      if (wanted?.trigger !== undefined && timer.trigger.name !== wanted.trigger) continue
      replies.push(await this.runNow(timer))
    }
    return replies
  }

  /**
   * Moves the clock to `target` (epoch ms) and stops at every instant that a timer's reply names as
   * `nextDueAt`: all timers are fired at the present, at each stop and at the end.
   * @param most stops after which it goes straight to the end
   */
  jump(target: number, most = 2000): Promise<JumpResult> {
    const run = this.jumping.then(() => this.jumpNow(target, most))
    this.jumping = run.catch(() => undefined)
    return run
  }

  private async jumpNow(target: number, most: number): Promise<JumpResult> {
    const { clock } = this.options
    this.pause()
    let at = clock.now()
    let stops = 0
    let standing = 0
    try {
      for (;;) {
        const replies = await this.fire()
        stops += 1
        if (at >= target || this.closed) break
        const after = standing < MOST_STANDING ? at : clock.now()
        const due = stops < most ? earliestDue(replies, after, target) : null
        at = due ?? target
        // While the timers ran the clock went on: an instant in that moment is due at once, but not for ever.
        standing = at <= clock.now() ? standing + 1 : 0
        clock.advanceTo(at)
      }
    } finally {
      if (!this.closed) this.start()
    }
    return { now: clock.now(), stops }
  }

  private pause(): void {
    this.paused = true
    for (const handle of this.sleeping.values()) clearTimeout(handle)
    this.sleeping.clear()
  }

  private sleep(timer: Timer): void {
    const { clock } = this.options
    const due = timer.trigger.cron.next(clock.now())
    if (due === null || this.paused) return
    const handle = setTimeout(
      () => {
        this.sleeping.delete(timer)
        if (clock.now() >= due) void this.runWithRetries(timer, this.options.retries ?? 2)
        this.sleep(timer)
      },
      Math.min(Math.max(due - clock.now(), 0), LONGEST_SLEEP),
    )
    handle.unref()
    this.sleeping.set(timer, handle)
  }

  /** @returns null when it failed; with `twice` the reply of the second run, if that succeeds too */
  private async runOnce(timer: Timer): Promise<{ reply: unknown } | null> {
    const done = await this.call(timer)
    return done && this.twice && !this.closed ? ((await this.call(timer)) ?? done) : done
  }

  private async call({ functionName, trigger }: Timer): Promise<{ reply: unknown } | null> {
    const time = new Date(this.options.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z')
    const event = { Type: 'Timer', TriggerName: trigger.name, Time: time }
    try {
      return {
        reply: JSON.parse(
          await this.options.runner.invoke(functionName, event, { kind: 'timer' }),
        ) as unknown,
      }
    } catch (error) {
      this.options.report(
        `${functionName}.${trigger.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      )
      return null
    }
  }

  private async runWithRetries(timer: Timer, retries: number): Promise<void> {
    const done = await this.runOnce(timer)
    if (done || retries === 0 || this.closed) return
    const handle = setTimeout(() => {
      this.retrying.delete(handle)
      void this.runWithRetries(timer, retries - 1)
    }, this.options.retryDelayMs ?? 60_000)
    handle.unref()
    this.retrying.add(handle)
  }

  /** In a jump a failed run is repeated at once: its minute of waiting would lie between two stops. */
  private async runNow(timer: Timer): Promise<unknown> {
    for (let left = this.options.retries ?? 2; ; left--) {
      const done = await this.runOnce(timer)
      if (done) return done.reply
      if (left === 0 || this.closed) return null
    }
  }
}

/** The earliest `nextDueAt` of the replies that lies after `at` and not after `target`. */
function earliestDue(replies: unknown[], at: number, target: number): number | null {
  let earliest: number | null = null
  for (const reply of replies) {
    const due = (reply as { nextDueAt?: unknown } | null)?.nextDueAt
    if (typeof due !== 'number' || !(due > at && due <= target)) continue
    if (earliest === null || due < earliest) earliest = due
  }
  return earliest
}
