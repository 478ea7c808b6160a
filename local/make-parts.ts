import { SettableClock } from './clock/settable-clock'
import type { DocumentStore } from './engine/store'
import type { Environments } from './environments'
import { faultDiskHooks } from './faults/fault-disk-hooks'
import { FaultList } from './faults/fault-list'
import type { FunctionRunner } from './functions/function-runner'
import type { CallRecord } from './functions/function-runner'
import { TimerSchedule } from './functions/timer-schedule'
import { Sessions } from './gateway/sessions'
import { QueryLog } from './inspection/query-log'
import { RequestLog } from './inspection/request-log'
import { RefusalLog } from './inspection/refusal-log'
import { withoutValues } from './inspection/without-values'
import type { LocalCloudOptions } from './local-cloud-options'
import { mayCall } from './ground/guard-origin'
import { makeDispatch, queryLimits } from './make-dispatch'
import { makeRunner } from './make-runner'
import { openEnvironments } from './open-environments'
import { RealtimeServer } from './realtime/realtime-server'
import type { FileStore } from './storage/file-store'
import { makeStandIn } from './wechat/make-stand-in'
import { MessageLedger } from './wechat/message-ledger'
import { loadPages } from './wechat/pages'
import type { WeChatStandIn } from './wechat/stand-in'
import { loadTemplates } from './wechat/templates'
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
  environments: Environments
  /** Of the main environment. */
  store: DocumentStore
  runner: FunctionRunner
  timers: TimerSchedule
  sessions: Sessions
  ledger: MessageLedger
  standIn: WeChatStandIn
  files: FileStore
  /** Openid → epoch ms of the last use of the application. */
  lastSeen: Map<string, number>
  /** Newest first. */
  calls: CallRecord[]
  /** Null unless the local cloud was started with `--control`: then nothing can switch faults on. */
  faults: FaultList | null
  /** Null unless somebody may look. */
  queries: QueryLog | null
  requests: RequestLog | null
  refusals: RefusalLog
  realtime: RealtimeServer
  dispatch: Dispatch
}

function readTemplates({ templates }: LocalCloudOptions) {
  return typeof templates === 'string' ? loadTemplates(templates) : (templates ?? null)
}

function readPages({ pages }: LocalCloudOptions): readonly string[] | null {
  return typeof pages === 'string' ? loadPages(pages) : (pages ?? null)
}

/** What can be wrong in files is read first, so that a failure leaves no directory locked. */
export function makeParts(options: LocalCloudOptions, log: Log): Parts {
  const { data, envId = DEFAULT_ENV_ID, appId = DEFAULT_APP_ID } = options
  const clock = new SettableClock()
  const now = () => clock.now()
  const address = { origin: '' }
  const calls: CallRecord[] = []
  const lastSeen = new Map<string, number>()
  const templates = readTemplates(options)
  const pages = readPages(options)
  const onCall = (call: CallRecord) => {
    calls.unshift({ ...call, failure: call.failure && withoutValues(call.failure) })
    calls.length = Math.min(calls.length, MOST_CALLS)
  }
  const runner = makeRunner(options, { envId, appId, clock, address, onCall, log })
  const timers = new TimerSchedule({
    runner,
    clock,
    retryDelayMs: options.timerRetryDelayMs ?? 60_000,
    twice: options.timersTwice ?? false,
    report: (message) => log(`[timer] ${message}`),
  })
  const faults = options.control === true ? new FaultList(data !== undefined) : null
  const disk = faults ? faultDiskHooks(faults) : null
  const report = (message: string) => log(`[store] ${message}`)
  const environments = openEnvironments(options, { envId, clock, disk, report })
  const { store, files } = environments.main
  const ledger = new MessageLedger(store)
  const seen = (openid: string) => lastSeen.get(openid) ?? null
  const standIn = makeStandIn({
    store,
    clock,
    runner,
    ledger,
    appId,
    address,
    templates,
    pages,
    routes: options.messagePush ?? null,
    mediaCheckDelayMs: options.mediaCheckDelayMs,
    lastSeen: seen,
    log,
  })
  const sessions = new Sessions(store, now)
  const inspected = options.demo === true || options.control === true
  const queries = inspected ? new QueryLog() : null
  const requests = inspected ? new RequestLog() : null
  const refusals = new RefusalLog(now)
  const limits = queryLimits(options, queries)
  const realtime = new RealtimeServer({
    store,
    limits,
    envId,
    now,
    origin: () => address.origin,
    mayConnect: mayCall,
  })
  const heard = { report: (message: string) => log(`[admin] ${message}`), onRefusal: refusals.add }
  const wired = { environments, clock, runner, address, faults, realtime, standIn }
  const dispatch = makeDispatch({ ...wired, envId, appId, lastSeen, limits }, heard)
  return {
    envId,
    appId,
    address,
    clock,
    environments,
    store,
    runner,
    timers,
    sessions,
    ledger,
    standIn,
    files,
    lastSeen,
    calls,
    faults,
    queries,
    requests,
    refusals,
    realtime,
    dispatch,
  }
}
