import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { Reply } from '@/contract/envelope'
import { CallError } from './call-error'
import { learnServerClock } from './clock'
import { send } from './gateway'
import { currentActAs } from './session'

/** A villager's one bar of signal needs longer than an office line. */
const defaultTimeoutMs = 20_000

export interface CallOptions {
  /** Made by `newKey` once per intention; a write without it is not safe to repeat. */
  readonly idempotencyKey?: string
  /** Membership to act as; absent: the chosen one. Null: as a resident. */
  readonly actAs?: string | null
  readonly timeoutMs?: number
}

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && 'now' in value

/**
 * Calls what was typed where it was made: a deed, a write that waited. The part before the dot is the
 * function's name.
 * @throws {CallError} with the server's code, or `CLIENT.OFFLINE` / `CLIENT.TIMEOUT`
 */
export async function callMade(
  action: string,
  input: unknown,
  options: CallOptions = {},
): Promise<unknown> {
  const { idempotencyKey, actAs = currentActAs(), timeoutMs = defaultTimeoutMs } = options
  const functionName = action.slice(0, action.indexOf('.'))
  const envelope = {
    action,
    input,
    ...(idempotencyKey && { idempotencyKey }),
    ...(actAs && { actAs }),
  }
  const reply = await send(functionName, envelope, timeoutMs)
  if (!isReply(reply)) throw new CallError('INTERNAL')
  learnServerClock(reply.now)
  if (reply.ok) return reply.data
  throw new CallError(reply.error.code, reply.error.fields, reply.error.requestId)
}

/**
 * Calls an action of the contract.
 * @throws {CallError} as `callMade`
 */
export const callAction = async <N extends ActionName>(
  action: N,
  input: ActionInput<N>,
  options?: CallOptions,
): Promise<ActionOutput<N>> => (await callMade(action, input, options)) as ActionOutput<N>
