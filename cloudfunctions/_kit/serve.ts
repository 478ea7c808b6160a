import { createHash, randomUUID } from 'node:crypto'
import type { actions, ActionsOf, FunctionName } from '@/contract/actions'
import type { Envelope, Reply, ReplyError } from '@/contract/envelope'
import type { CallErrorCode, ErrorCode } from '@/contract/errors'
import type { ActionContract } from '@/contract/action'
import { beijingDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import { isTimerEvent, mayBePush, mayBeTimer, openidOf, type ParsedContext } from './caller'
import { now as readClock } from './clock'
import type { Call, Handler } from './handler'
import { log } from './logger'
import type { PeoplePort, ReplyPort } from './ports'

/** Refusals of the call itself; handlers may throw them too (documents). */
export class CallError extends Error {
  constructor(
    readonly code: CallErrorCode,
    readonly fields: readonly string[] = [],
  ) {
    super(code)
    this.name = 'CallError'
  }
}

/** CloudBase takes 100 KB per call; documents and photos go straight to storage. */
const maxInputLength = 90_000

export type TimerReply = { readonly nextDueAt: number | null }

export interface FunctionParts<F extends FunctionName> {
  /** Of this function only: the others' schemas would cost every cold start. */
  readonly contracts: Pick<typeof actions, ActionsOf<F>>
  readonly handlers: { readonly [N in ActionsOf<F>]: Handler<N> }
  readonly people: PeoplePort
  readonly replies: ReplyPort
  /** The SDK's own parser, handed in so that the kit knows no SDK. */
  readonly parseContext: (context: unknown) => ParsedContext
  /**
   * True when the input asks for no trace of the caller: the openid is dropped before
   * anything is looked up, logged or stored.
   */
  readonly leavesNoTrace?: (action: ActionsOf<F>, input: unknown) => boolean
  /** Runs at least once per tick: must be safe to run twice. Says when it wants to run next. */
  readonly onTimer?: (now: number) => Promise<TimerReply>
  /** Messages that WeChat pushes to a function; null when the event is none of them. */
  readonly onPush?: (event: unknown, now: number) => Promise<unknown> | null
}

type AnyHandler = (input: unknown, call: Call) => Promise<unknown>

/**
 * The one pipeline of every function: context → parse → who → may repeat → handler → checked
 * output. Expected refusals become `{ ok: false, error }` here and nowhere else.
 */
export const serve = <F extends FunctionName>(parts: FunctionParts<F>) => {
  const handlers = parts.handlers as unknown as Record<string, AnyHandler>

  return async (event: unknown, context: unknown): Promise<unknown> => {
    const now = readClock()
    const parsed = safelyParse(parts.parseContext, context)
    const requestId = parsed.requestId ?? randomUUID()
    const openid = openidOf(parsed)
    // A person's call never is a timer, nor a push about somebody else, whatever its payload claims to be.
    if (mayBeTimer(parsed) && isTimerEvent(event)) return runTimer(parts, now, requestId)
    const pushed = mayBePush(openid, event) ? parts.onPush?.(event, now) : null
    if (pushed) return pushed

    const name = nameOf(event, handlers)
    try {
      const reply = await answer(parts, handlers, event, openid, now, requestId)
      log({ level: 'info', requestId, action: name, ms: readClock() - now })
      return reply
    } catch (error) {
      const refusal = errorOf(error, requestId)
      log({
        level: refusal.code === 'INTERNAL' ? 'error' : 'info',
        requestId,
        action: name,
        code: refusal.code,
        ...(refusal.code === 'INTERNAL' && { error: describe(error) }),
      })
      return { ok: false, error: refusal, now } satisfies Reply<unknown>
    }
  }
}

/** An unreadable context means: nobody we know. */
const safelyParse = (
  parse: (context: unknown) => ParsedContext,
  context: unknown,
): ParsedContext => {
  try {
    return parse(context)
  } catch {
    return {}
  }
}

const runTimer = async <F extends FunctionName>(
  parts: FunctionParts<F>,
  now: number,
  requestId: string,
): Promise<TimerReply> => {
  const reply = (await parts.onTimer?.(now)) ?? { nextDueAt: null }
  log({ level: 'info', requestId, action: 'timer', ms: readClock() - now })
  return reply
}

const answer = async <F extends FunctionName>(
  parts: FunctionParts<F>,
  handlers: Record<string, AnyHandler>,
  event: unknown,
  callerOpenid: string | null,
  now: number,
  requestId: string,
): Promise<Reply<unknown>> => {
  const envelope = envelopeOf(event)
  const handler = Object.hasOwn(handlers, envelope.action) ? handlers[envelope.action] : undefined
  if (!handler) throw new CallError('ACTION.UNKNOWN')
  const name = envelope.action as ActionsOf<F>
  const contract: ActionContract = parts.contracts[name]
  const input = parseInput(contract, envelope)

  const openid = parts.leavesNoTrace?.(name, input) ? null : callerOpenid
  const actor = await identify(parts.people, contract, openid, envelope, now)
  const key = replyKey(contract, actor, envelope)
  if (key) {
    const begun = await parts.replies.begin(key, JSON.stringify(input), now)
    if (begun.status === 'done') return begun.reply
    // Another input under an old key was never done: its sender must not read that it was.
    if (begun.status === 'other') throw new CallError('INPUT.INVALID', ['idempotencyKey'])
    if (begun.status === 'running') throw new RuleError('THING.BUSY')
  }
  const call: Call = {
    requestId,
    actor,
    now,
    today: beijingDay(now),
    openid,
    newId: (label) => (key ? digest(`${key} ${label}`) : randomUUID().replaceAll('-', '')),
  }
  try {
    const result = await handler(input, call)
    const reply: Reply<unknown> = { ok: true, data: checkOutput(contract, result), now }
    if (key) await parts.replies.finish(key, JSON.stringify(input), reply, now)
    return reply
  } catch (error) {
    if (key) await parts.replies.forget(key)
    throw error
  }
}

const envelopeOf = (event: unknown): Envelope => {
  const { action, input, idempotencyKey, actAs } = (event ?? {}) as Record<string, unknown>
  if (typeof action !== 'string') throw new CallError('ACTION.UNKNOWN')
  const optional = (value: unknown, field: string, max: number): string | undefined => {
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'string' || value.length === 0 || value.length > max)
      throw new CallError('INPUT.INVALID', [field])
    return value
  }
  return {
    action,
    input: input ?? {},
    idempotencyKey: optional(idempotencyKey, 'idempotencyKey', 64),
    actAs: optional(actAs, 'actAs', 80),
  }
}

/** For the log: a name that somebody made up is not repeated there. */
const nameOf = (event: unknown, handlers: object): string => {
  const action = (event as { action?: unknown } | null)?.action
  return typeof action === 'string' && Object.hasOwn(handlers, action) ? action : 'unknown'
}

const parseInput = (contract: ActionContract, envelope: Envelope): unknown => {
  if (JSON.stringify(envelope.input).length > maxInputLength) throw new CallError('INPUT.TOO_LARGE')
  const parsed = contract.input.safeParse(envelope.input)
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.map(String).join('.') || 'input')
    throw new CallError('INPUT.INVALID', [...new Set(fields)])
  }
  if (contract.writes && !envelope.idempotencyKey)
    throw new CallError('INPUT.INVALID', ['idempotencyKey'])
  return parsed.data
}

/** Output is checked strictly: a field that no contract names never leaves the server. */
const checkOutput = (contract: ActionContract, result: unknown): unknown => {
  const checked = contract.output.safeParse(result)
  if (!checked.success) {
    const paths = checked.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`)
    throw new Error(`output breaks the contract: ${paths.join('; ')}`)
  }
  return checked.data
}

const identify = async (
  people: PeoplePort,
  contract: ActionContract,
  openid: string | null,
  envelope: Envelope,
  now: number,
): Promise<Actor> => {
  const personId = await personOf(people, contract, openid, now)
  const resident: Actor = {
    personId,
    membershipId: null,
    role: 'resident',
    unitId: null,
    unitKind: null,
    regionCode: null,
  }
  if (contract.caller !== 'anyone' && !personId) throw new RuleError('IDENTITY.REQUIRED')
  if (!envelope.actAs || !personId) {
    if (contract.caller === 'member') throw new RuleError('ACCESS.ROLE')
    return resident
  }
  const membership = await people.findMembership(envelope.actAs)
  if (!membership || membership.personId !== personId)
    throw new RuleError('IDENTITY.MEMBERSHIP_UNKNOWN')
  const { role, unitId, unitKind, regionCode } = membership
  return { personId, membershipId: membership.id, role, unitId, unitKind, regionCode }
}

const personOf = async (
  people: PeoplePort,
  contract: ActionContract,
  openid: string | null,
  now: number,
): Promise<string | null> => {
  if (!openid) return null
  const needsAccount = contract.caller !== 'anyone' || contract.writes
  return needsAccount ? people.ensurePerson(openid, now) : people.findPerson(openid)
}

/** Without a person the random key alone names the intention; it is kept on the phone only. */
const replyKey = (contract: ActionContract, actor: Actor, envelope: Envelope): string | null =>
  contract.writes
    ? digest(`${actor.personId ?? 'nobody'} ${envelope.action} ${envelope.idempotencyKey}`)
    : null

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32)

const errorOf = (error: unknown, requestId: string): ReplyError => {
  if (error instanceof RuleError || error instanceof CallError) {
    const code: ErrorCode = error.code
    return { code, ...(error.fields.length > 0 && { fields: error.fields }), requestId }
  }
  return { code: 'INTERNAL', requestId }
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
