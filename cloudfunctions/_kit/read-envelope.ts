import type { ActionContract } from '@/contract/action'
import type { Envelope } from '@/contract/envelope'
import { fieldsOf, isKeyOf } from '@/domain/known'
import { CallError } from './call-error'

/** CloudBase takes 100 KB per call; documents and photos go straight to storage. */
const maxInputLength = 90_000

/** @throws CallError when the event is no call */
export const readEnvelope = (event: unknown): Envelope => {
  const { action, input, idempotencyKey, actAs } = fieldsOf(event)
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
export const nameOf = (event: unknown, handlers: object): string => {
  const { action } = fieldsOf(event)
  return isKeyOf(handlers, action) ? action : 'unknown'
}

/** @throws CallError naming the fields that are wrong */
export const parseInput = (contract: ActionContract, envelope: Envelope): unknown => {
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
export const checkOutput = (contract: ActionContract, result: unknown): unknown => {
  const checked = contract.output.safeParse(result)
  if (!checked.success) {
    const paths = checked.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`)
    throw new Error(`output breaks the contract: ${paths.join('; ')}`)
  }
  return checked.data
}
