import { CloudError, invalidParam } from '../ground/cloud-error'
import type { Actions } from '../ground/action'
import type { FunctionRunner } from './function-runner'

/** The cloud's limit of the event of a synchronous call between servers. */
const MOST_EVENT_BYTES = 6 * 1024 * 1024

/** Only the newest version of a function is here. */
const VERSIONS: readonly unknown[] = [undefined, null, '', '$LATEST', '$DEFAULT']

function readEvent(data: unknown): unknown {
  if (data === undefined || data === null || data === '') return {}
  if (typeof data !== 'string') throw invalidParam('request_data must be a text of JSON')
  if (Buffer.byteLength(data) > MOST_EVENT_BYTES)
    throw new CloudError('EXCEED_REQUEST_SIZE_LIMIT', 'the event is larger than 6 MB')
  try {
    return JSON.parse(data) as unknown
  } catch {
    throw invalidParam('request_data is not JSON')
  }
}

/** Calls between functions: the caller is a server, so the called function sees no person. */
export function functionActions(runner: FunctionRunner): Actions {
  return {
    'functions.invokeFunction': async (parameters, requestId) => {
      const { function_name: name, request_data: data, qualifier } = parameters
      if (typeof name !== 'string' || name === '') throw invalidParam('function_name is missing')
      if (!VERSIONS.includes(qualifier))
        throw new CloudError(
          'FUNCTION_QUALIFIER_NOT_FOUND',
          `function ${name} has no version ${JSON.stringify(qualifier)}`,
        )
      const from = parameters.tcb_sessionToken
      const text = await runner.invoke(
        name,
        readEvent(data),
        { kind: 'server' },
        { requestId, from },
      )
      return { data: { response_data: text } }
    },
  }
}
