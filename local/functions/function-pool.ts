import { statSync } from 'node:fs'
import { join } from 'node:path'
import { CloudError } from '../ground/cloud-error'
import type { FunctionConfig } from './function-config'
import { FunctionInstance } from './function-instance'

export interface PoolOptions {
  config: FunctionConfig
  mostProcesses: number
  /** Real ms after which a process that has nothing to do is ended. */
  idleMs: number
  start: (config: FunctionConfig) => FunctionInstance
}

/** The processes whose events led to a call, innermost first. */
export type Ancestors = readonly FunctionInstance[]

interface Waiter {
  ancestors: Ancestors
  wake: () => void
  refuse: (error: CloudError) => void
}

const closing = () => new CloudError('FUNCTION_NOT_FOUND', 'the local cloud is closing')

/** A caller that has ended can hear no answer: it was killed, most often by its time limit. */
const orphaned = (name: string) =>
  new CloudError('FUNCTIONS_EXECUTE_FAIL', `the function that called ${name} has ended`)

/** The processes of one function, and the events that wait for one of them. */
export class FunctionPool {
  /** Each process with the time its code was written: one with older code takes no more events. */
  private readonly instances = new Map<FunctionInstance, number>()
  private readonly reaping = new Map<FunctionInstance, NodeJS.Timeout>()
  private idle: FunctionInstance[] = []
  private waiting: Waiter[] = []
  private closed = false

  constructor(private readonly options: PoolOptions) {}

  get config(): FunctionConfig {
    return this.options.config
  }

  get processes(): Iterable<FunctionInstance> {
    return this.instances.keys()
  }

  /**
   * Does the work of one event with a process of its own, warm where there is one, and takes the process back
   * whatever becomes of the work. Waits while all are busy.
   * @throws what `work` throws; CloudError when the local cloud closes, or when a process among `ancestors` ends
   *   meanwhile: otherwise a function that calls itself would go on for ever, each time-out making room for the next
   */
  async use<T>(
    ancestors: Ancestors,
    work: (instance: FunctionInstance, cold: boolean) => Promise<T>,
  ): Promise<T> {
    const { instance, cold } = await this.acquire(ancestors)
    try {
      return await work(instance, cold)
    } finally {
      this.giveBack(instance)
    }
  }

  private async acquire(
    ancestors: Ancestors,
  ): Promise<{ instance: FunctionInstance; cold: boolean }> {
    try {
      return await this.findFree(ancestors)
    } catch (error) {
      // Whoever was woken and takes nothing leaves the place to the next one.
      this.waiting.shift()?.wake()
      throw error
    }
  }

  private async findFree(
    ancestors: Ancestors,
  ): Promise<{ instance: FunctionInstance; cold: boolean }> {
    for (;;) {
      if (this.closed) throw closing()
      if (ancestors.some(({ alive }) => !alive)) throw orphaned(this.config.name)
      const idle = this.idle.pop()
      if (idle) {
        this.keep(idle)
        if (idle.alive && this.instances.get(idle) === codeTime(this.config))
          return { instance: idle, cold: false }
        await idle.kill()
        continue
      }
      if (this.instances.size < this.options.mostProcesses)
        return { instance: this.start(), cold: true }
      await new Promise<void>((wake, refuse) => this.waiting.push({ ancestors, wake, refuse }))
    }
  }

  private giveBack(instance: FunctionInstance): void {
    if (instance.alive && this.instances.has(instance)) {
      this.idle.push(instance)
      const timer = setTimeout(() => this.reap(instance), this.options.idleMs)
      timer.unref()
      this.reaping.set(instance, timer)
    }
    this.waiting.shift()?.wake()
  }

  /** Refuses the events that a process which has ended was waiting for. */
  forsake(ancestor: FunctionInstance): void {
    const orphans = this.waiting.filter(({ ancestors }) => ancestors.includes(ancestor))
    this.waiting = this.waiting.filter((waiter) => !orphans.includes(waiter))
    for (const { refuse } of orphans) refuse(orphaned(this.config.name))
  }

  async close(): Promise<void> {
    this.closed = true
    for (const { refuse } of this.waiting.splice(0)) refuse(closing())
    await Promise.all([...this.instances.keys()].map((instance) => instance.kill()))
  }

  private start(): FunctionInstance {
    const instance = this.options.start(this.config)
    this.instances.set(instance, codeTime(this.config))
    void instance.exited.then(() => {
      this.keep(instance)
      this.instances.delete(instance)
      this.idle = this.idle.filter((other) => other !== instance)
      this.waiting.shift()?.wake()
    })
    return instance
  }

  private reap(instance: FunctionInstance): void {
    this.idle = this.idle.filter((other) => other !== instance)
    void instance.kill()
  }

  private keep(instance: FunctionInstance): void {
    clearTimeout(this.reaping.get(instance))
    this.reaping.delete(instance)
  }
}

function codeTime(config: FunctionConfig): number {
  try {
    return statSync(join(config.directory, 'index.js')).mtimeMs
  } catch {
    return 0
  }
}
