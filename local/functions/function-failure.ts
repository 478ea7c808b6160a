import { CloudError } from '../ground/cloud-error'
import type { FunctionConfig } from './function-config'
import type { Exit, Outcome } from './function-instance'

function exitFailure(exit: Exit, config: FunctionConfig): CloudError {
  if (exit.outOfMemory) {
    return new CloudError(
      'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
      `Memory limit of ${config.memoryMb} MB exceeded`,
    )
  }
  const how = `User process exited, code ${exit.code ?? exit.signal ?? 'unknown'}`
  const why = exit.uncaught ? `${exit.uncaught.message} (${how})` : how
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', why)
}

/** The refusal that an event's end gives its caller; null for a result. */
export function failureOf(outcome: Outcome, config: FunctionConfig): CloudError | null {
  switch (outcome.kind) {
    case 'result':
      return null
    case 'error':
      return new CloudError('FUNCTIONS_EXECUTE_FAIL', outcome.message)
    case 'timeout':
      return new CloudError(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        `Invoking task timed out after ${config.timeoutMs / 1000} seconds`,
      )
    case 'exit':
      return exitFailure(outcome.exit, config)
  }
}

/** What the log says of a failure, line by line: the stack where there is one. */
export function failureLines(outcome: Outcome, failure: CloudError): string[] {
  const text = outcome.kind === 'error' ? outcome.stack || outcome.message : failure.message
  return text.split('\n')
}
