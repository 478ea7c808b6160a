import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { FunctionConfig } from './function-config'

export type Outcome =
  | { kind: 'result'; text: string }
  | { kind: 'error'; message: string; stack: string }
  | { kind: 'timeout' }
  | { kind: 'exit'; code: number | null; signal: NodeJS.Signals | null; outOfMemory: boolean }

export interface InstanceOptions {
  config: FunctionConfig
  environment: Record<string, string>
  offsetMs: () => number
  /** Real ms that loading the function's code may take. */
  loadTimeoutMs: number
  log: (line: string) => void
}

type Message =
  | { kind: 'ready' }
  | { kind: 'broken'; message: string; stack: string }
  | { kind: 'result'; id: number; text: string }
  | { kind: 'error'; id: number; message: string; stack: string }

const OUT_OF_MEMORY = /JavaScript heap out of memory|Reached heap limit/

/** One warm process of one function. It takes one event at a time, as an instance in the cloud does. */
export class FunctionInstance {
  private readonly child: ChildProcess
  private readonly loaded: Promise<Outcome | null>
  private settle: ((outcome: Outcome) => void) | null = null
  private finishLoading: (outcome: Outcome | null) => void = () => undefined
  private sequence = 0
  private outOfMemory = false
  /** Whether it can take another event. */
  alive = true
  readonly exited: Promise<void>

  constructor(private readonly options: InstanceOptions) {
    const { config, environment } = options
    this.child = fork(join(__dirname, 'function-process.mjs'), [config.directory], {
      cwd: config.directory,
      env: { ...environment, LOCAL_CLOUD_CLOCK_OFFSET: String(options.offsetMs()) },
      execArgv: [`--max-old-space-size=${config.memoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.loaded = new Promise((resolve) => {
      this.finishLoading = resolve
    })
    this.exited = new Promise((resolve) => {
      this.child.once('close', (code, signal) => {
        this.alive = false
        this.end({ kind: 'exit', code, signal, outOfMemory: this.outOfMemory })
        resolve()
      })
    })
    this.child.on('error', (error) =>
      this.end({ kind: 'error', message: String(error), stack: '' }),
    )
    this.child.on('message', (message) => this.receive(message as Message))
    this.forward(this.child.stdout)
    this.forward(this.child.stderr)
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  /** Runs one event to its end; the time limit counts from when the code is loaded. */
  async run(event: unknown, context: Record<string, unknown>): Promise<Outcome> {
    const failed = await withTimeout(this.loaded, this.options.loadTimeoutMs, {
      kind: 'timeout',
    } as Outcome)
    if (failed) {
      await this.kill()
      return failed
    }
    const id = ++this.sequence
    const outcome = new Promise<Outcome>((resolve) => {
      this.settle = resolve
    })
    if (this.child.connected)
      this.child.send({ kind: 'event', id, event, context, offset: this.options.offsetMs() })
    const result = await withTimeout(outcome, this.options.config.timeoutMs, {
      kind: 'timeout',
    } as Outcome)
    this.settle = null
    if (result.kind === 'timeout') await this.kill()
    if (result.kind === 'exit') await this.exited
    return result
  }

  setOffset(offset: number): void {
    if (this.child.connected) this.child.send({ kind: 'clock', offset })
  }

  async kill(): Promise<void> {
    this.alive = false
    this.child.kill('SIGKILL')
    await this.exited
  }

  private receive(message: Message): void {
    if (message.kind === 'ready') this.finishLoading(null)
    else if (message.kind === 'broken')
      this.finishLoading({ kind: 'error', message: message.message, stack: message.stack })
    else if (message.kind === 'result') this.settle?.({ kind: 'result', text: message.text })
    else if (message.kind === 'error')
      this.settle?.({ kind: 'error', message: message.message, stack: message.stack })
  }

  private end(outcome: Outcome): void {
    this.alive = false
    this.finishLoading(outcome)
    this.settle?.(outcome)
  }

  private forward(stream: NodeJS.ReadableStream | null): void {
    let rest = ''
    stream?.setEncoding('utf8')
    stream?.on('data', (chunk: string) => {
      if (OUT_OF_MEMORY.test(chunk)) this.outOfMemory = true
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.options.log(line)
    })
    stream?.on('end', () => {
      if (rest) this.options.log(rest)
    })
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
