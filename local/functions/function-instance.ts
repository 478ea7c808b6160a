import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { FunctionConfig } from './function-config'
import { forwardLines } from './forward-lines'
import { watchMemory } from './memory-watch'
import type { ProcessGuard } from './process-guard'

export type Outcome =
  | { kind: 'result'; text: string }
  | { kind: 'error'; message: string; stack: string }
  | { kind: 'timeout' }
  | { kind: 'exit'; exit: Exit }

export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
  outOfMemory: boolean
  /** What nobody caught, when that ended the process. */
  uncaught: { message: string; stack: string } | null
  /** The event never reached the function: it may be given to another process. */
  beforeBegin: boolean
}

export interface InstanceOptions {
  config: FunctionConfig
  environment: Record<string, string>
  offsetMs: () => number
  /** The instant at which the clock stands still; absent or null while it goes. */
  standingAt?: () => number | null
  /** Real ms that loading the function's code may take. */
  loadTimeoutMs: number
  guard: ProcessGuard
  /** A line of the function's output, with the request that runs or ran last; null before the first. */
  log: (line: string, requestId: string | null) => void
}

type Message =
  | { kind: 'ready' }
  | { kind: 'begun'; id: number }
  | { kind: 'broken' | 'fatal'; message: string; stack: string }
  | { kind: 'result'; id: number; text: string }
  | { kind: 'error'; id: number; message: string; stack: string }

/** Real ms in which what a process wrote last may still arrive after its end. */
const LAST_WORDS_MS = 200

const OUT_OF_MEMORY = /JavaScript heap out of memory|Reached heap limit/
const TIMEOUT: Outcome = { kind: 'timeout' }

/** One warm process of one function. It takes one event at a time, as an instance in the cloud does. */
export class FunctionInstance {
  /** Goes with each request that this process makes, so that the server knows who calls. */
  readonly token = randomUUID()
  private readonly child: ChildProcess
  private readonly loaded: Promise<Outcome | null>
  private readonly startedAt = performance.now()
  private settle: ((outcome: Outcome) => void) | null = null
  private finishLoading: (outcome: Outcome | null) => void = () => undefined
  private sequence = 0
  private begun = false
  private outOfMemory = false
  private uncaught: Exit['uncaught'] = null
  private requestId: string | null = null
  private ended: Outcome | null = null
  /** Real ms from the start of the process until its code was loaded; null before that. */
  loadMs: number | null = null
  /** Whether it can take another event. */
  alive = true
  readonly exited: Promise<void>

  constructor(private readonly options: InstanceOptions) {
    const { config, environment, guard } = options
    this.child = fork(join(__dirname, 'function-process.mjs'), [config.directory], {
      cwd: config.directory,
      env: {
        ...environment,
        TCB_CONTEXT_KEYS: 'TCB_SESSIONTOKEN',
        TCB_SESSIONTOKEN: this.token,
        LOCAL_CLOUD_CLOCK_OFFSET: String(options.offsetMs()),
      },
      execArgv: [`--max-old-space-size=${config.memoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    guard.watch(this.child.pid)
    this.loaded = new Promise((resolve) => {
      this.finishLoading = resolve
    })
    this.exited = this.watchEnd(guard)
    this.child.on('message', (message) => this.receive(message as Message))
    for (const stream of [this.child.stdout, this.child.stderr])
      forwardLines(stream, (line) => this.hear(line))
  }

  private watchEnd(guard: ProcessGuard): Promise<void> {
    const { child } = this
    return new Promise((resolve) => {
      let lastWords: NodeJS.Timeout | undefined
      child.once('exit', () => {
        guard.forget(child.pid)
        this.alive = false
        // What the function itself has started may hold its output open for ever.
        lastWords = setTimeout(() => {
          for (const stream of [child.stdout, child.stderr]) stream?.destroy()
        }, LAST_WORDS_MS)
      })
      child.once('close', (code, signal) => {
        clearTimeout(lastWords)
        this.end({ kind: 'exit', exit: this.exit(code, signal) })
        resolve()
      })
      child.on('error', (error) => {
        this.end({ kind: 'error', message: String(error), stack: '' })
        // It never began: no end of it will be told.
        if (child.pid === undefined) resolve()
      })
    })
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  /** Runs one event to its end; the time limit counts from when the code is loaded. */
  async run(event: unknown, context: Record<string, unknown>, requestId: string): Promise<Outcome> {
    this.requestId = requestId
    const failed = await withTimeout(this.loaded, this.options.loadTimeoutMs, TIMEOUT)
    if (failed) {
      await this.kill()
      return failed
    }
    if (this.ended) return this.ended
    const { config, offsetMs } = this.options
    this.begun = false
    this.uncaught = null
    const outcome = new Promise<Outcome>((resolve) => {
      this.settle = resolve
    })
    const clock = { offset: offsetMs(), standing: this.standing() }
    const message = { kind: 'event', id: ++this.sequence, event, context, ...clock }
    // A process that is just ending takes no message; its end settles the outcome.
    // What cannot be written into the channel (nesting too deep) is the event's failure, not the process's.
    try {
      if (this.child.connected) this.child.send(message, () => undefined)
    } catch (error) {
      this.settle = null
      return {
        kind: 'error',
        message: `the event cannot be passed on: ${String(error)}`,
        stack: '',
      }
    }
    const endWatch = watchMemory(this.child.pid, config.memoryMb, () => {
      this.outOfMemory = true
      this.child.kill('SIGKILL')
    })
    const result = await withTimeout(outcome, config.timeoutMs, TIMEOUT)
    endWatch()
    this.settle = null
    if (result.kind === 'timeout') await this.kill()
    if (result.kind === 'exit') await this.exited
    return result
  }

  setOffset(offset: number): void {
    const message = { kind: 'clock', offset, standing: this.standing() }
    if (this.child.connected) this.child.send(message, () => undefined)
  }

  private standing(): number | null {
    return this.options.standingAt?.() ?? null
  }

  async kill(): Promise<void> {
    this.alive = false
    this.child.kill('SIGKILL')
    await this.exited
  }

  private receive(message: Message): void {
    switch (message.kind) {
      case 'ready':
        this.loadMs = performance.now() - this.startedAt
        return this.finishLoading(null)
      case 'broken':
        return this.finishLoading({ ...message, kind: 'error' })
      case 'fatal':
        this.uncaught = message
        return
      case 'begun':
        this.begun = true
        return
      default:
        // A process that answers an event twice is not heard the second time.
        if (message.id === this.sequence) this.settle?.(message)
    }
  }

  private exit(code: number | null, signal: NodeJS.Signals | null): Exit {
    const { outOfMemory, uncaught, begun } = this
    return { code, signal, outOfMemory, uncaught, beforeBegin: !begun && !outOfMemory }
  }

  private end(outcome: Outcome): void {
    this.alive = false
    this.ended ??= outcome
    this.finishLoading(outcome)
    this.settle?.(outcome)
  }

  private hear(line: string): void {
    if (OUT_OF_MEMORY.test(line)) this.outOfMemory = true
    this.options.log(line, this.requestId)
  }
}

async function withTimeout<T>(promise: Promise<T>, ms: number, fallback: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(fallback), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
