import { IndexPending } from '../engine/index/index-pending'
import { CloudError, requestFailed } from '../ground/cloud-error'
import { conditionsAt } from './evaluate-condition'
import type { Condition } from './filter/condition'
import { parseFilter } from './filter/parse-filter'

export type Filter = Record<string, unknown>

/** Turns what an operator throws into the error the SDK would show; our own refusals pass. */
export function asRequestFailure(error: unknown): unknown {
  if (error instanceof CloudError || error instanceof IndexPending) return error
  // Input nested deeper than the stack is the caller's fault and answered as such.
  if (error instanceof RangeError) return error
  return requestFailed(error instanceof Error ? error.message : String(error))
}

/**
 * @param now epoch ms of `$$NOW` in an `$expr`
 * @throws CloudError DATABASE_REQUEST_FAILED for an unknown operator or a malformed criterion
 */
export function compileCondition(filter: Filter, now: number): Condition {
  try {
    return parseFilter(filter, { nested: false, near: true, expression: conditionsAt(now) })
  } catch (error) {
    throw asRequestFailure(error)
  }
}

/** As `compileCondition`, as a plain test. */
export function compileFilter(filter: Filter, now: number): (document: Filter) => boolean {
  if (Object.keys(filter).length === 0) return () => true
  const condition = compileCondition(filter, now)
  return (document) => condition.onDocument(document)
}
