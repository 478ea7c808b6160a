import { fieldsOf, isKeyOf } from '@/domain/known'
import { createHash, randomUUID } from 'node:crypto'
import type { actions, ActionsOf, FunctionName } from '@/contract/actions'
import type { ActionContract } from '@/contract/action'
import type { Envelope, Reply, ReplyError } from '@/contract/envelope'
import type { ErrorCode } from '@/contract/errors'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import type { Person } from '@/domain/organization/person'
import { RuleError } from '@/domain/refusal'
import { CallError } from './call-error'
import { isTimerEvent, mayBePush, mayBeTimer, openidOf, type ParsedContext } from './caller'
import { now as readClock } from './clock'
import type { Call, Handler } from './handler'
import { actorOf, type Caller, callerOf } from './identify'
import { log } from './logger'
import type {
  BellPort,
  GatePort,
  KeptReply,
  PeoplePort,
  ReplyPort,
  SettingsPort,
  WatchPort,
} from './ports'
import { checkOutput, nameOf, parseInput, readEnvelope } from './read-envelope'

export type TimerReply = { readonly nextDueAt: number | null }

export interface FunctionParts<F extends FunctionName> {
  /** Of this function only: the others' schemas would cost every cold start. */
  readonly contracts: Pick<typeof actions, ActionsOf<F>>
  readonly handlers: { readonly [N in ActionsOf<F>]: Handler<N> }
  readonly gate: GatePort
  /** Of a function that counts days. */
  readonly settings?: SettingsPort
  readonly watch: WatchPort
  /** Rung by every run of a timer. */
  readonly bell?: BellPort
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

/** A timer that found the service closed looks again. */
const minuteMs = 60_000

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
    const ended = lineOf(parts.watch, requestId, now)
    // A person's call never is a timer, nor a push about somebody else, whatever its payload claims to be.
    if (mayBeTimer(parsed) && isTimerEvent(event)) return runTimer(parts, now, ended)
    const name = nameOf(event, handlers)
    try {
      if (mayBePush(parsed, event)) {
        await prepare(parts, now)
        const pushed = parts.onPush?.(event, now)
        if (pushed) {
          const answered = await pushed
          ended('push')
          return answered
        }
      }
      const reply = await answer(parts, handlers, event, openid, now, requestId)
      ended(name)
      return reply
    } catch (error) {
      const refusal = errorOf(error, requestId)
      const { code } = refusal
      ended(name, code, code === 'INTERNAL' ? describe(error) : undefined)
      parts.watch.count({ kind: 'error', functionName: functionOf(parts), name: code }, now)
      await parts.watch.flush()
      return { ok: false, error: refusal, now } satisfies Reply<unknown>
    }
  }
}

/** @throws RuleError as the gate does; nothing is read of a database with another key */
const prepare = async (
  { gate, settings }: Pick<FunctionParts<FunctionName>, 'gate' | 'settings'>,
  now: number,
): Promise<void> => {
  await gate.requireKey()
  await settings?.refresh(now)
}

/** Actions are named after their function. */
const functionOf = ({ handlers }: { readonly handlers: object }): string =>
  Object.keys(handlers)[0]?.split('.')[0] ?? ''

type Ended = (action: string, code?: ErrorCode, error?: string) => void

/** The one line of a call, once it is over. */
const lineOf = (watch: WatchPort, requestId: string, began: number): Ended => {
  const before = watch.requests()
  return (action, code, error) => {
    const isExpected = error === undefined && !(action === 'timer' && code)
    log({
      level: isExpected ? 'info' : 'error',
      requestId,
      action,
      ms: readClock() - began,
      requests: watch.requests() - before,
      ...(code && { code }),
      ...(error !== undefined && { error }),
    })
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
  ended: Ended,
): Promise<TimerReply> => {
  const functionName = functionOf(parts)
  try {
    await prepare(parts, now)
    const reply = (await parts.onTimer?.(now)) ?? { nextDueAt: null }
    parts.watch.count({ kind: 'timer', functionName, name: 'run' }, now)
    await parts.watch.flush(true)
    await parts.bell?.ring(now)
    ended('timer')
    return reply
  } catch (error) {
    const { code } = errorOf(error, '')
    ended('timer', code, code === 'INTERNAL' ? describe(error) : undefined)
    parts.watch.count({ kind: 'error', functionName, name: `timer ${code}` }, now)
    await parts.watch.flush()
    if (error instanceof RuleError && error.code.startsWith('SERVICE.'))
      return { nextDueAt: now + minuteMs }
    // The platform logs what is thrown and runs the timer again: it gets no words of anybody.
    throw new Error(describe(error).split('\n')[0])
  }
}

const answer = async <F extends FunctionName>(
  parts: FunctionParts<F>,
  handlers: Record<string, AnyHandler>,
  event: unknown,
  callerOpenid: string | null,
  now: number,
  requestId: string,
): Promise<Reply<unknown>> => {
  const envelope = readEnvelope(event)
  const handler = Object.hasOwn(handlers, envelope.action) ? handlers[envelope.action] : undefined
  if (!handler) throw new CallError('ACTION.UNKNOWN')
  const { action: name } = envelope
  if (!isKeyOf(parts.contracts, name)) throw new CallError('ACTION.UNKNOWN')
  const contract: ActionContract = parts.contracts[name]
  const input = parseInput(contract, envelope)
  await prepare(parts, now)

  const openid = parts.leavesNoTrace?.(name, input) ? null : callerOpenid
  const today = beijingDay(now)
  const answerTo = ({ person, enter }: Caller): Promise<Reply<unknown>> => {
    const key = callKey(contract, person, envelope)
    const replyOf = (answer: unknown): Reply<unknown> => ({
      ok: true,
      data: checkOutput(contract, answer),
      now,
    })
    const kept = key && contract.keepsReply ? new ReplyKeeper(key, input, today, replyOf) : null
    const work = async (): Promise<unknown> =>
      handler(input, {
        requestId,
        person,
        actor: actorOf(contract, person, envelope),
        now,
        today,
        openid,
        newId: (label) => (key ? digest(`${key} ${label}`) : randomUUID().replaceAll('-', '')),
        keep: (answer) => kept?.keep(answer) ?? null,
        enter,
        serves: (event) => Object.hasOwn(handlers, `${name.split('.')[0]}.${event}`),
      })
    return kept ? answerOnce(parts.replies, kept, work) : work().then(replyOf)
  }
  const caller = await callerOf(parts.people, contract, openid, today)
  try {
    return await answerTo(caller)
  } catch (error) {
    // Two first calls at once: the other one made the account, and may have done the same thing.
    const person = caller.enter && openid ? await parts.people.findPerson(openid) : null
    if (!person) throw error
    return answerTo({ person, enter: null })
  }
}

/** A call that was done before is answered as it was then, whatever stands in its way now. */
const answerOnce = async (
  replies: ReplyPort,
  kept: ReplyKeeper,
  work: () => Promise<unknown>,
): Promise<Reply<unknown>> => {
  try {
    const answer = await work()
    return kept.last?.reply ?? (await keepAfterwards(replies, kept.keep(answer)))
  } catch (error) {
    const earlier = await replies.find(kept.key, kept.input)
    if (earlier === null) throw error
    // Another input under an old key was never done: its sender must not read that it was.
    if (earlier === 'other') throw new CallError('INPUT.INVALID', ['idempotencyKey'])
    return earlier
  }
}

const keepAfterwards = async (replies: ReplyPort, kept: KeptReply): Promise<Reply<unknown>> => {
  await replies.keep(kept)
  return kept.reply
}

/** The answer that the transaction of a write stores; the last try of several is the one that counts. */
class ReplyKeeper {
  last: KeptReply | null = null
  readonly input: string

  constructor(
    readonly key: string,
    input: unknown,
    private readonly on: IsoDay,
    private readonly replyOf: (answer: unknown) => Reply<unknown>,
  ) {
    this.input = JSON.stringify(input)
  }

  keep(answer: unknown): KeptReply {
    const { key, input, on } = this
    this.last = { key, input, reply: this.replyOf(answer), on }
    return this.last
  }
}

/** Without a person the random key alone names the intention; it is kept on the phone only. */
const callKey = (
  { writes }: ActionContract,
  person: Person | null,
  { action, idempotencyKey }: Envelope,
): string | null =>
  writes ? digest(`${person?.id ?? 'nobody'} ${action} ${idempotencyKey}`) : null

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32)

const errorOf = (error: unknown, requestId: string): ReplyError => {
  if (error instanceof RuleError || error instanceof CallError) {
    const code: ErrorCode = error.code
    return { code, ...(error.fields.length > 0 && { fields: error.fields }), requestId }
  }
  return { code: 'INTERNAL', requestId }
}

/**
 * What failed and where, without the message: the database and WeChat put into theirs what was sent, and a
 * log is read by more people than the ledger.
 */
const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error
  const { code } = fieldsOf(error)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const name = typeof code === 'string' && /^[\w.]{1,60}$/.test(code) ? code : error.name
  return [name, ...frames].join('\n')
}
