import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { DocumentStore } from '../engine/store'
import type { FaultList } from '../faults/fault-list'
import { BadRule } from '../faults/fault-rule'
import type { CallRecord } from '../functions/function-runner'
import type { JumpResult, TimerSchedule } from '../functions/timer-schedule'
import type { FileStore } from '../storage/file-store'
import type { MessageLedger } from '../wechat/message-ledger'
import { CloudError } from '../ground/cloud-error'
import {
  callsView,
  filesView,
  messagesView,
  queriesView,
  refusalsView,
  requestsView,
} from './activity-views'
import { collectionView, collectionsView } from './collection-views'
import { listCollections, readCollectionPage } from './collections'
import { clockView, faultsView } from './control-views'
import { html } from './html'
import type { Html } from './html'
import { HOME, Inspection } from './inspection'
import type { View } from './inspection'
import type { QueryLog } from './query-log'
import { readRule } from './read-rule'
import type { RefusalLog } from './refusal-log'
import type { RequestLog } from './request-log'
import { style } from './style'
import { beijingTime, readFieldTime } from './words'

export interface InspectionOptions {
  store: DocumentStore
  clock: { now: () => number }
  timers: TimerSchedule
  files: FileStore
  ledger: MessageLedger
  calls: readonly CallRecord[]
  queries: QueryLog
  requests: RequestLog
  refusals: RefusalLog
  faults: FaultList | null
  /** Moves the clock forward to epoch ms, firing timers on the way. */
  jump: (to: number) => Promise<JumpResult>
}

type Form = Record<string, string>

const queryOf = (request: FastifyRequest) => request.query as Record<string, string | undefined>
const formOf = (request: FastifyRequest): Form =>
  typeof request.body === 'object' && request.body !== null ? (request.body as Form) : {}

function registerData(inspection: Inspection, { store, clock }: InspectionOptions): void {
  for (const path of [HOME, '/_local/inspect/collections'])
    inspection.view(path, () => {
      const data = listCollections(store)
      return { title: '数据', data, body: () => collectionsView(data) }
    })
  inspection.view('/_local/inspect/collections/:name', (request) => {
    const { name } = request.params as { name: string }
    const { filter = '', skip = '0' } = queryOf(request)
    try {
      const data = readCollectionPage(store, clock.now(), {
        name,
        filter,
        skip: Math.max(0, Math.trunc(Number(skip)) || 0),
      })
      return { title: name, data, body: () => collectionView(data) }
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      const data = { code: error.code, message: error.message }
      const body = () => html`<p class="fault">${error.message}</p>`
      return { title: '没有这个集合', data, body, status: 404 }
    }
  })
}

function registerActivity(inspection: Inspection, options: InspectionOptions): void {
  const { queries, requests, calls, ledger, files, refusals } = options
  const list = <T>(path: string, title: string, read: () => T, body: (data: T) => Html) =>
    inspection.view(path, () => {
      const data = read()
      return { title, data, body: () => body(data) }
    })
  list('/_local/inspect/queries', '慢查询', () => queries.list(), queriesView)
  list('/_local/inspect/calls', '函数调用', () => calls, callsView)
  const asked = () => ({ ...requests.totals, latest: requests.latest })
  list('/_local/inspect/requests', 'SDK 请求', asked, requestsView)
  list('/_local/inspect/messages', '消息', () => ledger.listForAll(), messagesView)
  list('/_local/inspect/files', '文件', () => files.list(), filesView)
  list('/_local/inspect/refusals', '拒绝记录', () => refusals.list, refusalsView)
}

function registerClock(
  scope: FastifyInstance,
  inspection: Inspection,
  { clock, timers, jump, faults }: InspectionOptions,
): void {
  const path = '/_local/inspect/timers'
  const show = (said?: string): View => {
    const now = clock.now()
    const data = timers.list()
    return {
      title: '时钟和定时器',
      data: { now, timers: data },
      body: () => clockView(now, data, faults !== null),
      said,
    }
  }
  inspection.view(path, () => show())
  scope.post('/_local/inspect/clock', async (request, reply) => {
    const { to, sure } = formOf(request)
    const at = readFieldTime(to)
    if (at === null || sure !== 'yes' || at < clock.now()) {
      const said = '时钟没有动：请选一个比现在晚的时间，并勾选确认。'
      return inspection.answer(request, reply, path, { ...show(said), status: 400 })
    }
    const { now, stops } = await jump(at)
    const said = `已拨到 ${beijingTime(now)}，途中停了 ${stops} 次运行定时器。`
    return inspection.answer(request, reply, path, show(said))
  })
  if (!faults) return
  scope.post(path, async (request, reply) => {
    const { function: functionName = '', trigger = '', times } = formOf(request)
    const runs = times === '2' ? 2 : 1
    for (let i = 0; i < runs; i++) await timers.fire({ functionName, trigger })
    return inspection.answer(
      request,
      reply,
      path,
      show(`${functionName}.${trigger} 已运行 ${runs} 次。`),
    )
  })
}

function registerFaults(scope: FastifyInstance, inspection: Inspection, faults: FaultList): void {
  const path = '/_local/inspect/faults'
  const show = (fault: string | null = null): View => {
    const data = faults.list()
    return {
      title: '故障',
      data,
      body: () => faultsView(data, fault),
      ...(fault ? { status: 400 } : {}),
    }
  }
  inspection.view(path, () => show())
  scope.post(path, (request, reply) => {
    const form = formOf(request)
    try {
      if (form.remove === undefined) faults.add(readRule(form))
      else faults.remove(form.remove)
    } catch (error) {
      if (!(error instanceof BadRule)) throw error
      return inspection.answer(request, reply, path, show(`没有添加：${error.message}`))
    }
    return inspection.answer(request, reply, path, show())
  })
}

/** `/_local`: what is in the local cloud and what it has been doing. Only with `--demo` or `--control`. */
export function registerInspection(server: FastifyInstance, options: InspectionOptions): void {
  void server.register(async (scope) => {
    // Forms of the page itself; pages of other origins are refused before by their Origin.
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(String(text)))),
    )
    const inspection = new Inspection(scope, options.clock, options.faults !== null)
    scope.get('/_local/', (_request, reply) => reply.redirect(HOME))
    scope.get('/_local/inspect/style.css', (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(style),
    )
    registerData(inspection, options)
    registerActivity(inspection, options)
    registerClock(scope, inspection, options)
    if (options.faults) registerFaults(scope, inspection, options.faults)
  })
}
