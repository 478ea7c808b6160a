import { randomUUID } from 'node:crypto'
import { ConnectionDropped } from '../faults/suffer-faults'
import { CloudError } from '../ground/cloud-error'
import type { Action, Actions, Answer, Parameters } from '../ground/action'

export type Dispatch = (parameters: Parameters) => Promise<Answer>

/** A request that was answered with a code. */
export interface Refusal {
  action: string
  /** Collection, function, path or API that the request named; empty for none. */
  target: string
  code: string
  message: string
  requestId: string
}

export interface DispatchOptions {
  /** Told about errors of our own. */
  report: (message: string) => void
  /** Told about every answer that carries a code. */
  onRefusal?: (refusal: Refusal) => void
}

const TARGETS = ['collectionName', 'function_name', 'path', 'apiName']

/** What a request names; empty for nothing. */
export function targetOf(parameters: Parameters): string {
  const named = TARGETS.map((name) => parameters[name]).find((value) => typeof value === 'string')
  return typeof named === 'string' ? named : ''
}

function refusalOf(
  name: string,
  error: unknown,
  report: DispatchOptions['report'],
): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  // Input nested deeper than the stack: refused like any malformed parameter.
  if (error instanceof RangeError) return { code: 'INVALID_PARAM', message: error.message }
  report(
    `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  )
  return { code: 'SYS_ERR', message: 'the local cloud failed on this request; see its log' }
}

/**
 * Answers one request of the SDK: a refusal becomes `{ code, message, requestId }`, and an error of our own
 * `SYS_ERR`, which is also reported.
 * @param actions the actions there are, or those of the environment that the request names
 * @throws ConnectionDropped, and nothing else, when a fault wants the connection closed without an answer
 */
export function createDispatch(
  actions: Actions | ((parameters: Parameters) => Actions),
  options: DispatchOptions,
): Dispatch {
  const find = (name: string, parameters: Parameters): Action | undefined => {
    const known = typeof actions === 'function' ? actions(parameters) : actions
    return Object.hasOwn(known, name) ? known[name] : undefined
  }
  return async (parameters) => {
    const requestId = randomUUID()
    const name = typeof parameters.action === 'string' ? parameters.action : ''
    try {
      const action = find(name, parameters)
      if (!action) throw new CloudError('INVALID_ACTION', `unknown action ${name || '(none)'}`)
      return { requestId, ...(await action(parameters, requestId)) }
    } catch (error) {
      if (error instanceof ConnectionDropped) throw error
      const refused = { ...refusalOf(name, error, options.report), requestId }
      options.onRefusal?.({ action: name, target: targetOf(parameters), ...refused })
      return refused
    }
  }
}
