import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { CloudError } from '../wire/cloud-error'
import { fillEnvironment } from './function-config'
import type { FunctionConfig } from './function-config'
import { functionContext } from './function-context'
import type { Caller } from './function-context'
import { FunctionInstance } from './function-instance'
import type { Outcome } from './function-instance'

export interface RunnerOptions {
  functions: FunctionConfig[]
  /** Environment every function gets besides its own, and what `{{env.NAME}}` may name. Asked for at each start. */
  environment: () => {
    given: Record<string, string>
    available: Record<string, string | undefined>
  }
  envId: string
  offsetMs: () => number
  now: () => number
  /** Processes per function. */
  mostProcesses?: number
  loadTimeoutMs?: number
  log: (name: string, line: string) => void
  /** Called after each event, for the list of recent calls. */
  onCall?: (call: CallRecord) => void
}

export interface CallRecord {
  function: string
  /** Epoch ms on the local clock. */
  at: number
  ms: number
  cold: boolean
  source: Caller['kind']
  openid: string | null
  requestId: string
  failure: string | null
}

interface Pool {
  config: FunctionConfig
  /** Each process with the time its code was written: one with older code takes no more events. */
  instances: Map<FunctionInstance, number>
  idle: FunctionInstance[]
  waiting: Array<() => void>
}

/** Runs the functions of one directory in processes of their own. */
export class FunctionRunner {
  private readonly pools = new Map<string, Pool>()
  private closed = false

  constructor(private readonly options: RunnerOptions) {
    for (const config of options.functions) {
      this.pools.set(config.name, { config, instances: new Map(), idle: [], waiting: [] })
    }
  }

  get functions(): FunctionConfig[] {
    return [...this.pools.values()].map(({ config }) => config)
  }

  /**
   * Calls a function with an event.
   * @returns its return value as JSON text
   * @throws CloudError FUNCTION_NOT_FOUND, FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED,
   *   FUNCTIONS_MEMORY_LIMIT_EXCEEDED
   */
  async invoke(name: string, event: unknown, caller: Caller): Promise<string> {
    const pool = this.pools.get(name)
    if (!pool || this.closed)
      throw new CloudError('FUNCTION_NOT_FOUND', `function ${name} does not exist`)
    const { instance, cold } = await this.acquire(pool)
    const requestId = randomUUID()
    const started = performance.now()
    const at = this.options.now()
    const context = functionContext(pool.config, this.options.envId, requestId, caller)
    const outcome = await instance.run(event, context)
    this.giveBack(pool, instance)
    const failure = failureOf(outcome, pool.config)
    this.options.onCall?.({
      function: name,
      at,
      ms: Math.round((performance.now() - started) * 10) / 10,
      cold,
      source: caller.kind,
      openid: caller.kind === 'person' ? caller.openid : null,
      requestId,
      failure: failure?.message ?? null,
    })
    if (failure) {
      if (outcome.kind === 'error')
        for (const line of (outcome.stack || outcome.message).split('\n'))
          this.options.log(name, line)
      else this.options.log(name, failure.message)
      throw failure
    }
    return (outcome as Outcome & { kind: 'result' }).text
  }

  /** Tells every process the new offset of the clock. */
  setOffset(offset: number): void {
    for (const { instances } of this.pools.values())
      for (const instance of instances.keys()) instance.setOffset(offset)
  }

  async close(): Promise<void> {
    this.closed = true
    const instances = [...this.pools.values()].flatMap((pool) => [...pool.instances.keys()])
    await Promise.all(instances.map((instance) => instance.kill()))
  }

  private async acquire(pool: Pool): Promise<{ instance: FunctionInstance; cold: boolean }> {
    for (;;) {
      const idle = pool.idle.pop()
      if (idle?.alive && pool.instances.get(idle) === codeTime(pool.config))
        return { instance: idle, cold: false }
      if (idle) {
        await idle.kill()
        continue
      }
      if (this.closed) throw new CloudError('FUNCTION_NOT_FOUND', 'the local cloud is closing')
      if (pool.instances.size < (this.options.mostProcesses ?? 3))
        return { instance: this.start(pool), cold: true }
      await new Promise<void>((resolve) => pool.waiting.push(resolve))
    }
  }

  private start(pool: Pool): FunctionInstance {
    const { config } = pool
    const { given, available } = this.options.environment()
    const instance = new FunctionInstance({
      config,
      environment: { ...given, ...fillEnvironment(config.environment, available) },
      offsetMs: this.options.offsetMs,
      loadTimeoutMs: this.options.loadTimeoutMs ?? 30_000,
      log: (line) => this.options.log(config.name, line),
    })
    pool.instances.set(instance, codeTime(config))
    void instance.exited.then(() => {
      pool.instances.delete(instance)
      pool.idle = pool.idle.filter((other) => other !== instance)
      pool.waiting.shift()?.()
    })
    return instance
  }

  private giveBack(pool: Pool, instance: FunctionInstance): void {
    if (instance.alive && pool.instances.has(instance)) pool.idle.push(instance)
    pool.waiting.shift()?.()
  }
}

function codeTime(config: FunctionConfig): number {
  try {
    return statSync(join(config.directory, 'index.js')).mtimeMs
  } catch {
    return 0
  }
}

function failureOf(outcome: Outcome, config: FunctionConfig): CloudError | null {
  switch (outcome.kind) {
    case 'result':
      return null
    case 'error':
      return new CloudError('FUNCTIONS_EXECUTE_FAIL', outcome.message)
    case 'timeout':
      return new CloudError(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        `Invoking task timed out after ${config.timeoutMs / 1000} seconds`,
      )
    case 'exit':
      if (outcome.outOfMemory) {
        return new CloudError(
          'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
          `Memory limit of ${config.memoryMb} MB exceeded`,
        )
      }
      return new CloudError(
        'FUNCTIONS_EXECUTE_FAIL',
        `User process exited, code ${outcome.code ?? outcome.signal ?? 'unknown'}`,
      )
  }
}
