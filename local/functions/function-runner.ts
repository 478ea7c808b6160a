import { randomUUID } from 'node:crypto'
import { CloudError } from '../ground/cloud-error'
import { checkDepth } from './event-depth'
import { fillEnvironment } from './function-config'
import type { FunctionConfig } from './function-config'
import { functionContext, sourceOf } from './function-context'
import type { Caller } from './function-context'
import { failureLines, failureOf } from './function-failure'
import { FunctionInstance } from './function-instance'
import type { Outcome } from './function-instance'
import { FunctionPool } from './function-pool'
import { ProcessGuard } from './process-guard'

export interface RunnerOptions {
  functions: FunctionConfig[]
  /** Environment every function gets besides its own, and what `{{env.NAME}}` may name. Asked for at each start. */
  environment: () => {
    given: Record<string, string>
    available: Record<string, string | undefined>
  }
  envId: string
  offsetMs: () => number
  standingAt?: () => number | null
  now: () => number
  /** Processes per function. */
  mostProcesses?: number
  /** Real ms after which a process that has nothing to do is ended; five minutes when absent. */
  idleMs?: number
  loadTimeoutMs?: number
  /** @param name of the function, followed by the first part of the request id where there is one */
  log: (name: string, line: string) => void
  /** Called after each event, for the list of recent calls. */
  onCall?: (call: CallRecord) => void
}

/** One call, without who made it: beside the instant and the function that would lead to whoever reported. */
export interface CallRecord {
  function: string
  /** Epoch ms on the local clock. */
  at: number
  ms: number
  cold: boolean
  /** Real ms that starting the process and loading the code took; null for a warm start. */
  loadMs: number | null
  source: Caller['kind']
  requestId: string
  failure: string | null
}

export interface InvokeOptions {
  /** Id of the request that asks; the function's output carries it. */
  requestId?: string
  /** Token of the function process that asks, if one does. */
  from?: unknown
}

/** One event that runs, and the one whose function caused it. */
interface Run {
  instance: FunctionInstance
  source: string
  parent: Run | null
}

const DEFAULT_IDLE_MS = 5 * 60_000

/** Runs the functions of one directory in processes of their own. */
export class FunctionRunner {
  private readonly pools = new Map<string, FunctionPool>()
  private readonly runs = new Map<string, Run>()
  private readonly guard = new ProcessGuard()
  private closed = false

  constructor(private readonly options: RunnerOptions) {
    for (const config of options.functions) {
      const pool = new FunctionPool({
        config,
        mostProcesses: options.mostProcesses ?? 3,
        idleMs: options.idleMs ?? DEFAULT_IDLE_MS,
        start: () => this.start(config),
      })
      this.pools.set(config.name, pool)
    }
  }

  get functions(): FunctionConfig[] {
    return [...this.pools.values()].map(({ config }) => config)
  }

  /**
   * Calls a function with an event.
   * @returns its return value as JSON text
   * @throws CloudError INVALID_PARAM for an event too deep, FUNCTION_NOT_FOUND, FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED,
   *   FUNCTIONS_MEMORY_LIMIT_EXCEEDED
   */
  async invoke(
    name: string,
    event: unknown,
    caller: Caller,
    { requestId = randomUUID(), from }: InvokeOptions = {},
  ): Promise<string> {
    const pool = this.pools.get(name)
    if (!pool || this.closed)
      throw new CloudError('FUNCTION_NOT_FOUND', `function ${name} does not exist`)
    checkDepth(event)
    const parent = typeof from === 'string' ? (this.runs.get(from) ?? null) : null
    for (;;) {
      const { outcome, cold } = await pool.use(ancestorsOf(parent), async (instance, isCold) => {
        const run = { instance, parent, source: sourceOf(caller, parent?.source ?? null) }
        const work = { event, caller, requestId, cold: isCold }
        return { outcome: await this.run(pool.config, run, work), cold: isCold }
      })
      // A warm process that ended by itself before it took the event: another one takes it.
      if (outcome.kind === 'exit' && outcome.exit.beforeBegin && !cold) continue
      const failure = failureOf(outcome, pool.config)
      if (failure) throw failure
      return (outcome as Outcome & { kind: 'result' }).text
    }
  }

  /** Tells every process the new offset of the clock. */
  setOffset(offset: number): void {
    for (const { processes } of this.pools.values())
      for (const instance of processes) instance.setOffset(offset)
  }

  async close(): Promise<void> {
    this.closed = true
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
    this.guard.close()
  }

  private async run(
    config: FunctionConfig,
    run: Run,
    work: { event: unknown; caller: Caller; requestId: string; cold: boolean },
  ): Promise<Outcome> {
    const { event, caller, requestId, cold } = work
    const { instance, source } = run
    const started = performance.now()
    const at = this.options.now()
    const context = functionContext(config, this.options.envId, { requestId, caller, source })
    this.runs.set(instance.token, run)
    const outcome = await instance
      .run(event, context, requestId)
      .finally(() => this.runs.delete(instance.token))
    const call: CallRecord = {
      function: config.name,
      at,
      ms: tenths(performance.now() - started),
      cold,
      loadMs: cold && instance.loadMs !== null ? tenths(instance.loadMs) : null,
      source: caller.kind,
      requestId,
      failure: failureOf(outcome, config)?.message ?? null,
    }
    this.report(call, outcome, config)
    return outcome
  }

  private report(call: CallRecord, outcome: Outcome, config: FunctionConfig): void {
    this.options.onCall?.(call)
    const log = (line: string) => this.log(config.name, line, call.requestId)
    const failure = failureOf(outcome, config)
    if (failure) for (const line of failureLines(outcome, failure)) log(line)
    const start = call.cold ? `cold start ${call.loadMs ?? '?'} ms` : 'warm start'
    log(`${failure ? failure.code : 'ok'} in ${call.ms} ms, ${start}`)
  }

  private log(name: string, line: string, requestId: string | null): void {
    this.options.log(requestId === null ? name : `${name} ${requestId.slice(0, 8)}`, line)
  }

  private start(config: FunctionConfig): FunctionInstance {
    const { given, available } = this.options.environment()
    const instance = new FunctionInstance({
      config,
      environment: { ...given, ...fillEnvironment(config.environment, available) },
      offsetMs: this.options.offsetMs,
      ...(this.options.standingAt && { standingAt: this.options.standingAt }),
      loadTimeoutMs: this.options.loadTimeoutMs ?? 30_000,
      guard: this.guard,
      log: (line, requestId) => this.log(config.name, line, requestId),
    })
    void instance.exited.then(() => {
      for (const pool of this.pools.values()) pool.forsake(instance)
    })
    return instance
  }
}

const tenths = (ms: number) => Math.round(ms * 10) / 10

function ancestorsOf(parent: Run | null): FunctionInstance[] {
  const list: FunctionInstance[] = []
  for (let run = parent; run; run = run.parent) list.push(run.instance)
  return list
}
