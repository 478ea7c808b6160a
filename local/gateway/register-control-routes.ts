import type { FastifyInstance } from 'fastify'
import type { SettableClock } from '../clock/settable-clock'
import { documentKey } from '../engine/collection'
import { internalDocument } from '../engine/internal-documents'
import type { DocumentStore } from '../engine/store'
import type { FaultList } from '../faults/fault-list'
import { BadRule } from '../faults/fault-rule'
import { registerFaultRoutes } from '../faults/register-fault-routes'
import type { CallRecord } from '../functions/function-runner'
import type { JumpResult, TimerSchedule } from '../functions/timer-schedule'
import type { MessageLedger } from '../wechat/message-ledger'
import type { WeChatStandIn } from '../wechat/stand-in'
import type { Answer } from '../wechat/subscribe-events'
import { BadInput, bodyOf, readText, refuseBadInput } from '../ground/control-input'
import { callerOf, setSession } from './register-call-route'
import type { Sessions } from './sessions'

export interface ControlOptions {
  store: DocumentStore
  sessions: Sessions
  clock: SettableClock
  timers: TimerSchedule
  /** Moves the clock forward to epoch ms, firing timers on the way, and keeps where it is. */
  jump: (to: number) => Promise<JumpResult>
  ledger: MessageLedger
  standIn: WeChatStandIn
  calls: CallRecord[]
  /** Only with `--control`, and with it the other routes for tests. */
  faults: FaultList | null
}

const OUTCOMES = ['accept', 'reject', 'ban', 'filter']

function readInstant(value: unknown): number {
  const instant = typeof value === 'string' ? Date.parse(value) : value
  if (typeof instant !== 'number' || !Number.isFinite(instant))
    throw new BadInput('to must be epoch ms or an ISO time')
  return instant
}

function registerIdentities(scope: FastifyInstance, { store, sessions }: ControlOptions): void {
  const key = documentKey('identities')
  scope.post('/session', async (request, reply) => {
    const { session, openid } = await sessions.begin(readText(bodyOf(request).openid, 'openid'))
    setSession(reply, session)
    return { openid }
  })
  scope.get('/session', async (request, reply) => ({
    openid: await callerOf({ sessions, trustHeader: true }, request, reply),
  }))
  scope.put('/identities', async (request) => {
    if (!Array.isArray(request.body)) throw new BadInput('a list of identities is wanted')
    const list = request.body.map((raw: unknown) => {
      const { openid, name, roleText, note } = (raw ?? {}) as Record<string, unknown>
      return {
        openid: readText(openid, 'openid'),
        name: String(name ?? ''),
        roleText: String(roleText ?? ''),
        note: String(note ?? ''),
      }
    })
    const settings = store.internal('settings')
    await store.write((transaction) =>
      store.put(transaction, settings, key, { _id: 'identities', list }),
    )
    return { count: list.length }
  })
  scope.get('/identities', () => {
    return internalDocument(store, 'settings', key)?.list ?? []
  })
}

function registerConsent(
  scope: FastifyInstance,
  { sessions, ledger, standIn }: ControlOptions,
): void {
  /** Stands for the person's answer to `requestSubscribeMessage`; replies as that call does. */
  scope.post('/consent', async (request, reply) => {
    const { openid: named, templateIds, outcome } = bodyOf(request)
    if (!Array.isArray(templateIds) || templateIds.length === 0 || templateIds.length > 3)
      throw new BadInput('templateIds must name 1 to 3 templates')
    const openid =
      named === undefined
        ? await callerOf({ sessions, trustHeader: true }, request, reply)
        : readText(named, 'openid')
    const answers: Record<string, Answer> = {}
    for (const raw of templateIds as unknown[]) {
      const id = readText(raw, 'templateIds')
      const answer =
        typeof outcome === 'object' && outcome !== null
          ? (outcome as Record<string, unknown>)[id]
          : (outcome ?? 'accept')
      if (typeof answer !== 'string' || !OUTCOMES.includes(answer))
        throw new BadInput(`outcome must be one of ${OUTCOMES.join(', ')}`)
      answers[id] = answer as Answer
    }
    await standIn.subscriptions.answered(openid, answers)
    return answers
  })
  scope.get('/consent', (request) => {
    const { openid, templateId } = request.query as { openid?: string; templateId?: string }
    return { left: ledger.quota(readText(openid, 'openid'), readText(templateId, 'templateId')) }
  })
  /** What a person's phone shows, or everybody's without the readers. */
  scope.get('/messages', (request) => {
    const { openid } = request.query as { openid?: string }
    return openid === undefined ? ledger.listForAll() : ledger.list(openid)
  })
}

function registerClock(scope: FastifyInstance, { clock, jump }: ControlOptions): void {
  scope.get('/clock', () => ({ now: clock.now() }))
  scope.post('/clock', async (request) => {
    const to = readInstant(bodyOf(request).to)
    if (to < clock.now()) throw new BadInput('the clock only moves forward')
    return jump(to)
  })
}

function registerTestRoutes(scope: FastifyInstance, { timers }: ControlOptions): void {
  /** Every run that succeeds is done a second time from now on, or no longer. */
  scope.post('/timers/twice', (request) => {
    const { on } = bodyOf(request)
    if (typeof on !== 'boolean') throw new BadInput('on must be true or false')
    timers.twice = on
    return { on }
  })
  /** Fires timers now, `times` times over: they are at-least-once, so twice must do no harm. */
  scope.post('/timers/fire', async (request) => {
    const { function: functionName, trigger, times = 1 } = bodyOf(request)
    const count = Math.min(Math.max(Number(times) || 1, 1), 10)
    const replies: unknown[] = []
    for (let i = 0; i < count; i++) {
      replies.push(
        ...(await timers.fire({
          ...(typeof functionName === 'string' ? { functionName } : {}),
          ...(typeof trigger === 'string' ? { trigger } : {}),
        })),
      )
    }
    return { replies }
  })
}

/** `/_local/…`: identities, clock, messages and calls of the demonstration. Registered only when asked for. */
export function registerControlRoutes(server: FastifyInstance, options: ControlOptions): void {
  void server.register(
    async (scope) => {
      refuseBadInput(scope, (error) => error instanceof BadInput || error instanceof BadRule)
      registerIdentities(scope, options)
      registerConsent(scope, options)
      registerClock(scope, options)
      scope.get('/calls', () => options.calls)
      if (options.faults) {
        registerTestRoutes(scope, options)
        registerFaultRoutes(scope, options.faults)
      }
    },
    { prefix: '/_local' },
  )
}
