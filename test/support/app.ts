import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { Reply } from '@/contract/envelope'
import type { ErrorCode } from '@/contract/errors'
import type { LocalCloud, startLocalCloud as start } from '@/local/start-local-cloud'
import { testEnvironment } from './environment'
import { wrongFacts } from './fold-facts'
import { LogScan } from './log-scan'
import { requireOutside } from './outside'

const root = path.resolve(__dirname, '../..')

const { startLocalCloud } = requireOutside(path.join(root, 'dist/for-tests/local-cloud.cjs')) as {
  readonly startLocalCloud: typeof start
}

export interface CallOptions {
  /** Membership to act as. */
  readonly actAs?: string
  /** Idempotency key; a fresh one for each call by default. */
  readonly key?: string
}

/** What the documents that a call writes depend on, besides the build. */
export interface StartedWith {
  readonly startAt: string
  readonly envId?: string
  readonly variables?: Readonly<Record<string, string>>
}

/** Who called, and the words that no log may repeat. */
export interface Said {
  readonly openids: readonly string[]
  readonly words: readonly string[]
}

/** The functions as they are deployed, on a local cloud in memory that refuses unindexed queries. */
export interface TestApp {
  readonly origin: string
  readonly endpoint: string
  readonly envId: string
  readonly startedWith: StartedWith
  /** Since the start. */
  said(): Said
  /** What is put there was called for elsewhere: WeChat knows these persons, and logs are held against these words. */
  wasUsed(said: Said): void
  /** Tells of every document that changes. */
  readonly onChange: LocalCloud['onChange']
  /** One call as this openid; the reply as the client gets it. Null: nobody's session. */
  call<N extends ActionName>(
    openid: string | null,
    action: N,
    input: ActionInput<N>,
    options?: CallOptions,
  ): Promise<Reply<ActionOutput<N>>>
  /** The data of a call that must succeed; fails the test with the error otherwise. */
  ok<N extends ActionName>(
    openid: string | null,
    action: N,
    input: ActionInput<N>,
    options?: CallOptions,
  ): Promise<ActionOutput<N>>
  /** The error code of a call that must be refused. */
  refusal<N extends ActionName>(
    openid: string | null,
    action: N,
    input: ActionInput<N>,
    options?: CallOptions,
  ): Promise<ErrorCode>
  /** Any event to any function: forged, broken, unknown. */
  raw(openid: string | null, functionName: string, event: unknown): Promise<Reply<unknown>>
  /** A message as the platform itself pushes it, in nobody's name. */
  push(functionName: string, message: unknown): Promise<unknown>
  /** Puts bytes where an action said. */
  put(target: { url: string; headers: Record<string, string> }, bytes: Uint8Array): Promise<number>
  readonly clock: {
    now(): number
    jump(toEpochMs: number): Promise<unknown>
    /** To the millisecond, as every function reads it until the next jump. */
    standAt(epochMs: number): void
  }
  close(): Promise<void>
}

export const startApp = async (
  options: {
    readonly startAt?: string
    readonly strict?: boolean
    /** What WeChat pushes reaches the functions, as it does when it is set up. */
    readonly pushed?: boolean
    /** Folder that keeps what is written; in memory without one. */
    readonly data?: string
    /** Variables of the functions that differ from those of every test. */
    readonly variables?: Readonly<Record<string, string>>
    readonly log?: (line: string) => void
    readonly envId?: string
  } = {},
): Promise<TestApp> => {
  Object.assign(process.env, testEnvironment)
  const scan = new LogScan()
  const callers = new Set<string>()
  const { startAt = '2019-11-18T09:00:00+08:00', envId, variables } = options
  const cloud = await startLocalCloud({
    port: 0,
    functions: path.join(root, 'dist/cloudfunctions'),
    schema: path.join(root, 'database/schema.json'),
    templates: path.join(root, 'database/message-templates.json'),
    startAt,
    strict: options.strict ?? true,
    ...(options.data !== undefined && { data: options.data }),
    ...(envId !== undefined && { envId }),
    environment: { ...process.env, ...variables },
    log: (line) => {
      scan.see(line)
      if (options.log) options.log(line)
      else if (process.env.SHOW_LOGS === '1') process.stderr.write(`${line}\n`)
    },
    ...(options.pushed && {
      messagePush: {
        subscribe_msg_change_event: 'notifier',
        subscribe_msg_sent_event: 'notifier',
        wxa_media_check: 'feedback',
      },
    }),
    control: true,
  })

  const raw: TestApp['raw'] = async (openid, functionName, event) => {
    scan.plant(openid, event)
    if (openid !== null) callers.add(openid)
    const response = await fetch(`${cloud.origin}/call/${functionName}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(openid !== null && { 'x-local-openid': openid }),
      },
      body: JSON.stringify(event),
    })
    return (await response.json()) as Reply<unknown>
  }

  const call: TestApp['call'] = async (openid, action, input, { actAs, key } = {}) => {
    const event = {
      action,
      input,
      idempotencyKey: key ?? randomUUID(),
      ...(actAs !== undefined && { actAs }),
    }
    return (await raw(openid, action.split('.')[0]!, event)) as Awaited<
      ReturnType<typeof call<typeof action>>
    >
  }

  return {
    origin: cloud.origin,
    endpoint: cloud.endpoint,
    envId: cloud.envId,
    startedWith: {
      startAt,
      ...(envId !== undefined && { envId }),
      ...(variables && { variables }),
    },
    said: () => ({ openids: [...callers], words: scan.words }),
    wasUsed({ openids, words }) {
      for (const openid of openids) {
        callers.add(openid)
        cloud.uses(openid)
      }
      for (const word of words) scan.plant(word, null)
    },
    onChange: cloud.onChange,
    raw,
    push: async (functionName, message) =>
      JSON.parse(await cloud.push(functionName, message)) as unknown,
    call,
    async ok(openid, action, input, callOptions) {
      const reply = await call(openid, action, input, callOptions)
      if (!reply.ok) throw new Error(`${action} was refused: ${JSON.stringify(reply.error)}`)
      return reply.data
    },
    async refusal(openid, action, input, callOptions) {
      const reply = await call(openid, action, input, callOptions)
      if (reply.ok) throw new Error(`${action} was not refused: ${JSON.stringify(reply.data)}`)
      return reply.error.code
    },
    async put({ url, headers }, bytes) {
      const response = await fetch(url, { method: 'PUT', headers, body: bytes as BodyInit })
      return response.status
    },
    clock: cloud.clock,
    async close() {
      // Whatever a test did, every fact on every task is what its sources say.
      const wrong = await wrongFacts(cloud.endpoint, cloud.envId)
      await cloud.close()
      if (wrong.length > 0) throw new Error(`facts differ: ${JSON.stringify(wrong)}`)
      scan.check()
    },
  }
}
