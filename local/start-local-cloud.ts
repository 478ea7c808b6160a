import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { restoreClock, saveClock } from './clock/keep-clock'
import { SettableClock } from './clock/settable-clock'
import { loadSchema } from './engine/schema'
import { DocumentStore } from './engine/store'
import { functionActions } from './functions/function-actions'
import { readFunctions } from './functions/function-config'
import { functionEnvironment } from './functions/function-environment'
import { FunctionRunner } from './functions/function-runner'
import type { CallRecord } from './functions/function-runner'
import { TimerSchedule } from './functions/timer-schedule'
import type { JumpResult } from './functions/timer-schedule'
import { guardOrigin } from './gateway/guard-origin'
import { registerCallRoute } from './gateway/register-call-route'
import { registerControlRoutes } from './gateway/register-control-routes'
import { registerErrorAnswers, registerNothingFound } from './gateway/register-error-answers'
import { registerWebRoutes } from './gateway/register-web-routes'
import { Sessions } from './gateway/sessions'
import type { LocalCloud, LocalCloudOptions } from './local-cloud-options'
import { diskBlobs, memoryBlobs } from './storage/blob-store'
import { FileStore } from './storage/file-store'
import { registerFileRoutes } from './storage/register-file-routes'
import { storageActions } from './storage/storage-actions'
import { MessageLedger } from './wechat/message-ledger'
import { registerWeChatRoutes } from './wechat/register-wechat-routes'
import { WeChatStandIn } from './wechat/stand-in'
import { loadTemplates } from './wechat/templates'
import { databaseReads } from './wire/actions/database-reads'
import { databaseWrites } from './wire/actions/database-writes'
import { createDispatch } from './wire/dispatch-action'
import type { Dispatch } from './wire/dispatch-action'
import { registerAdminRoute } from './wire/register-admin-route'

export type { LocalCloud, LocalCloudOptions } from './local-cloud-options'

const DEFAULT_ENV_ID = 'local-env'
const DEFAULT_APP_ID = 'wx0000000000000000'
const MOST_CALLS = 200
const MOST_UPLOAD_BYTES = 50 * 1024 * 1024

type Log = (line: string) => void

interface Parts {
  envId: string
  appId: string
  /** Known once the server listens. */
  address: { origin: string }
  clock: SettableClock
  store: DocumentStore
  runner: FunctionRunner
  timers: TimerSchedule
  sessions: Sessions
  ledger: MessageLedger
  standIn: WeChatStandIn
  files: FileStore
  /** Openid → epoch ms of the last use of the application. */
  lastSeen: Map<string, number>
  calls: CallRecord[]
  dispatch: Dispatch
}

function openStore(options: LocalCloudOptions, clock: SettableClock, log: Log): DocumentStore {
  return DocumentStore.open({
    directory: options.data ?? null,
    schema:
      typeof options.schema === 'string' ? loadSchema(options.schema) : (options.schema ?? null),
    now: () => clock.now(),
    report: (message) => log(`[store] ${message}`),
    transactionLifeMs: options.transactionLifeMs ?? 30_000,
    lockWaitMs: options.lockWaitMs ?? 5_000,
  })
}

function makeRunner(
  options: LocalCloudOptions,
  clock: SettableClock,
  address: Parts['address'],
  calls: CallRecord[],
  log: Log,
): FunctionRunner {
  const envId = options.envId ?? DEFAULT_ENV_ID
  const runner = new FunctionRunner({
    functions: options.functions === undefined ? [] : readFunctions(options.functions),
    environment: () => ({
      given: functionEnvironment(address.origin, envId),
      available: {
        WECHAT_API_BASE: `${address.origin}/wechat`,
        WECHAT_APP_ID: options.appId ?? DEFAULT_APP_ID,
        WECHAT_APP_SECRET: 'local-app-secret',
        ...(options.environment ?? process.env),
      },
    }),
    envId,
    offsetMs: () => clock.offsetMs,
    now: () => clock.now(),
    mostProcesses: options.mostProcesses ?? 3,
    log: (name, line) => {
      if (!options.quiet) log(`[${name}] ${line}`)
    },
    onCall: (call) => {
      calls.unshift(call)
      calls.length = Math.min(calls.length, MOST_CALLS)
    },
  })
  clock.onAdvance((offset) => runner.setOffset(offset))
  return runner
}

function makeDispatch(
  options: LocalCloudOptions,
  parts: Omit<Parts, 'dispatch'>,
  log: Log,
): Dispatch {
  const { strict = false } = options
  const context = {
    store: parts.store,
    now: () => parts.clock.now(),
    limits: {
      strict: strict !== false,
      mostExamined: typeof strict === 'object' ? strict.mostExamined : null,
    },
  }
  return createDispatch(
    {
      ...databaseReads(context),
      ...databaseWrites(context),
      ...storageActions(parts.files, () => parts.address.origin),
      ...functionActions(parts.runner),
    },
    (message) => log(`[admin] ${message}`),
  )
}

/** What can be wrong in files is read first, so that a failure leaves no directory locked. */
function makeParts(options: LocalCloudOptions, log: Log): Parts {
  const clock = new SettableClock()
  const now = () => clock.now()
  const envId = options.envId ?? DEFAULT_ENV_ID
  const address = { origin: '' }
  const calls: CallRecord[] = []
  const lastSeen = new Map<string, number>()
  const templates =
    typeof options.templates === 'string'
      ? loadTemplates(options.templates)
      : (options.templates ?? null)
  const runner = makeRunner(options, clock, address, calls, log)
  const timers = new TimerSchedule({
    runner,
    clock,
    retryDelayMs: options.timerRetryDelayMs ?? 60_000,
    report: (message) => log(`[timer] ${message}`),
  })
  const store = openStore(options, clock, log)
  const ledger = new MessageLedger(store)
  const blobs = options.data === undefined ? memoryBlobs() : diskBlobs(join(options.data, 'files'))
  const parts = {
    envId,
    appId: options.appId ?? DEFAULT_APP_ID,
    address,
    clock,
    store,
    runner,
    timers,
    sessions: new Sessions(store, now),
    ledger,
    standIn: new WeChatStandIn({
      ledger,
      templates,
      now,
      lastSeen: (openid) => lastSeen.get(openid) ?? null,
    }),
    files: new FileStore({ store, blobs, envId, now }),
    lastSeen,
    calls,
  }
  return { ...parts, dispatch: makeDispatch(options, parts, log) }
}

function registerRoutes(
  server: FastifyInstance,
  parts: Parts,
  options: LocalCloudOptions,
  log: Log,
): void {
  const { store, sessions, clock, timers, ledger, runner, appId } = parts
  const withControl = options.demo === true || options.control === true
  guardOrigin(server)
  // A page of another origin may post text without asking first: only JSON is read.
  server.removeContentTypeParser('text/plain')
  registerErrorAnswers(server, (message) => log(`[http] ${message}`))
  registerAdminRoute(server, parts.dispatch)
  registerFileRoutes(server, parts.files, options.mostUploadBytes ?? MOST_UPLOAD_BYTES)
  registerWeChatRoutes(server, parts.standIn)
  registerCallRoute(server, {
    runner,
    sessions,
    appId,
    trustHeader: withControl,
    onPerson: (openid) => parts.lastSeen.set(openid, clock.now()),
  })
  if (withControl) {
    const forTests = options.control === true
    registerControlRoutes(server, {
      store,
      sessions,
      clock,
      timers,
      jump: (to) => jumpAndKeep(parts, to),
      ledger,
      calls: () => parts.calls,
      forTests,
    })
  }
  if (options.web === undefined) registerNothingFound(server)
  else registerWebRoutes(server, options.web)
}

async function closeParts(parts: Parts, server: FastifyInstance): Promise<void> {
  parts.timers.stop()
  await server.close()
  await parts.runner.close()
  try {
    await saveClock(parts.store, parts.clock)
  } finally {
    await parts.store.close()
  }
}

async function jumpAndKeep(
  { timers, store, clock }: Omit<Parts, 'dispatch'>,
  to: number,
  most?: number,
): Promise<JumpResult> {
  const result = await timers.jump(to, most)
  await saveClock(store, clock)
  return result
}

function handle(parts: Parts, server: FastifyInstance): LocalCloud {
  const { clock, timers, runner, appId } = parts
  const { origin } = parts.address
  let closing: Promise<void> | null = null
  return {
    port: (server.server.address() as AddressInfo).port,
    origin,
    endpoint: `${origin}/admin`,
    envId: parts.envId,
    clock: {
      now: () => clock.now(),
      jump: (to, most) => jumpAndKeep(parts, to, most),
    },
    timers,
    messages: parts.ledger,
    call: (name, event, openid) => {
      parts.lastSeen.set(openid, clock.now())
      return runner.invoke(name, event, { kind: 'person', openid, appId })
    },
    calls: () => parts.calls,
    close: () => (closing ??= closeParts(parts, server)),
  }
}

/**
 * Starts the local cloud on 127.0.0.1.
 * @throws DirectoryInUse | DamagedLog | SchemaError | FunctionConfigError, or the listening error of a taken port;
 *   nothing is left running then
 */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`))
  const parts = makeParts(options, log)
  const server = Fastify({
    logger: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 4096 },
  })
  try {
    await restoreClock(parts.store, parts.clock, options.startAt)
    registerRoutes(server, parts, options, log)
    await server.listen({ host: '127.0.0.1', port: options.port ?? 0 })
    parts.address.origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    parts.timers.start()
    return handle(parts, server)
  } catch (error) {
    await closeParts(parts, server)
    throw error
  }
}
