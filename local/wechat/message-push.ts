import { createHash } from 'node:crypto'
import type { FunctionRunner } from '../functions/function-runner'

/** The function that takes every message, or for each event its function, as the console maps them. */
export type PushRoutes = string | Readonly<Record<string, string>>

export interface MessagePushOptions {
  runner: Pick<FunctionRunner, 'invoke'>
  appId: string
  now: () => number
  /** Null: nothing is pushed. */
  routes: PushRoutes | null
  report: (message: string) => void
}

export interface PushedMessage {
  Event: string
  /** Openid of the person whom it is about. */
  FromUserName: string
  [field: string]: unknown
}

/**
 * Messages that WeChat pushes to a function: its event is the message itself, and the person in its context
 * is the sender, whom the cloud's own sample for receiving messages answers through `getWXContext().OPENID`.
 */
export class MessagePush {
  /** WeChat sends both, whatever its documents say. */
  createTime: 'number' | 'string' = 'number'
  /** Whether the context names the sender. */
  namesSender = true
  /** How often each message is delivered; 0 drops it. */
  times = 1
  private readonly underWay = new Set<Promise<void>>()
  private closed = false

  constructor(private readonly options: MessagePushOptions) {}

  /** Id of the mini-program's own account. */
  get account(): string {
    return `gh_${createHash('sha256').update(this.options.appId).digest('hex').slice(0, 12)}`
  }

  /** Begins to deliver a message with the fields that all have; what the function answers changes nothing. */
  deliver(fields: PushedMessage): void {
    const seconds = Math.floor(this.options.now() / 1000)
    const message = {
      ToUserName: this.account,
      CreateTime: this.createTime === 'number' ? seconds : String(seconds),
      MsgType: 'event',
      ...fields,
    }
    for (let i = 0; i < this.times; i++) this.track(this.call(message))
  }

  /** Settles when no delivery is under way. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay)
  }

  close(): void {
    this.closed = true
  }

  private functionFor(event: string): string | null {
    const { routes } = this.options
    return typeof routes === 'string' ? routes : (routes?.[event] ?? null)
  }

  private async call(message: PushedMessage): Promise<void> {
    const { runner, appId, report } = this.options
    const name = this.functionFor(message.Event)
    if (name === null || this.closed) return
    try {
      const openid = this.namesSender ? message.FromUserName : null
      await runner.invoke(name, message, { kind: 'push', openid, appId })
    } catch (error) {
      if (!this.closed) report(`${message.Event} to ${name} failed: ${(error as Error).message}`)
    }
  }

  private track(call: Promise<void>): void {
    this.underWay.add(call)
    void call.then(() => this.underWay.delete(call))
  }
}
