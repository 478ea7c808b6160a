import { randomUUID } from 'node:crypto'
import { CloudError } from './cloud-error'
import type { Action, Actions, Answer, Parameters } from './action'

export type Dispatch = (parameters: Parameters) => Promise<Answer>

/**
 * Answers one request of the SDK. Never rejects: a refusal becomes `{ code, message, requestId }`,
 * and an error of our own `SYS_ERR`, which is also reported.
 */
export function createDispatch(actions: Actions, report: (message: string) => void): Dispatch {
  const known = new Map<string, Action>(Object.entries(actions))
  return async (parameters) => {
    const requestId = randomUUID()
    const name = typeof parameters.action === 'string' ? parameters.action : ''
    const action = known.get(name)
    if (!action)
      return { code: 'INVALID_ACTION', message: `unknown action ${name || '(none)'}`, requestId }
    try {
      return { requestId, ...(await action(parameters, requestId)) }
    } catch (error) {
      if (error instanceof CloudError)
        return { code: error.code, message: error.message, requestId }
      // Input nested deeper than the stack: refused like any malformed parameter.
      if (error instanceof RangeError)
        return { code: 'INVALID_PARAM', message: error.message, requestId }
      report(
        `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
      return {
        code: 'SYS_ERR',
        message: 'the local cloud failed on this request; see its log',
        requestId,
      }
    }
  }
}
