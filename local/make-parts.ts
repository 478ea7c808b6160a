import { join } from 'node:path'
import { SettableClock } from './clock/settable-clock'
import { loadSchema } from './engine/schema'
import { DocumentStore } from './engine/store'
import { functionActions } from './functions/function-actions'
import { readFunctions } from './functions/function-config'
import { functionEnvironment } from './functions/function-environment'
import { FunctionRunner } from './functions/function-runner'
import type { CallRecord } from './functions/function-runner'
import { TimerSchedule } from './functions/timer-schedule'
import { Sessions } from './gateway/sessions'
import type { LocalCloudOptions } from './local-cloud-options'
import { diskBlobs, memoryBlobs } from './storage/blob-store'
import { FileStore } from './storage/file-store'
import { storageActions } from './storage/storage-actions'
import { MessageLedger } from './wechat/message-ledger'
import { WeChatStandIn } from './wechat/stand-in'
import { loadTemplates } from './wechat/templates'
import { databaseReads } from './wire/actions/database-reads'
import { databaseWrites } from './wire/actions/database-writes'
import { createDispatch } from './wire/dispatch-action'
import type { Dispatch } from './wire/dispatch-action'

const DEFAULT_ENV_ID = 'local-env'
const DEFAULT_APP_ID = 'wx0000000000000000'
const MOST_CALLS = 200

export type Log = (line: string) => void

/** The pieces of one running local cloud. */
export interface Parts {
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
export function makeParts(options: LocalCloudOptions, log: Log): Parts {
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
