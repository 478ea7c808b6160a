import { CloudError, requestFailed } from '../wire/cloud-error'
import { evaluateCondition } from './evaluate-condition'
import type { Condition } from './filter/condition'
import { parseFilter } from './filter/parse-filter'
import type { ExpressionTest } from './filter/parse-scope'

export type Filter = Record<string, unknown>

/** Turns what an operator throws into the error the SDK would show; our own refusals pass. */
export function asRequestFailure(error: unknown): unknown {
  if (error instanceof CloudError) return error
  // Input nested deeper than the stack is the caller's fault and answered as such.
  if (error instanceof RangeError) return error
  return requestFailed(error instanceof Error ? error.message : String(error))
}

/**
 * @param expression evaluates `$expr`; an aggregation brings its own variables
 * @throws CloudError DATABASE_REQUEST_FAILED for an unknown operator or a malformed criterion
 */
export function compileCondition(
  filter: Filter,
  expression: ExpressionTest = evaluateCondition,
): Condition {
  try {
    return parseFilter(filter, { nested: false, near: true, expression })
  } catch (error) {
    throw asRequestFailure(error)
  }
}

/** As `compileCondition`, as a plain test. */
export function compileFilter(filter: Filter): (document: Filter) => boolean {
  if (Object.keys(filter).length === 0) return () => true
  const condition = compileCondition(filter)
  return (document) => condition.onDocument(document)
}
