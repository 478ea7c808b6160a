import type { Collection } from '../engine/collection'
import type { DocumentStore, View } from '../engine/store'
import type { Found } from './candidates'
import { asRequestFailure } from './compile-filter'
import type { Filter } from './compile-filter'
import { QueryRun } from './query-run'
import type { FindRequest, QueryLimits } from './query-run'

export type { Found } from './candidates'
export type { FindRequest, QueryLimits, QueryRecord } from './query-run'

/**
 * Finds documents as the view sees them.
 * @throws CloudError DATABASE_REQUEST_FAILED for a malformed filter, or in strict mode for an uncovered query
 */
export function findDocuments(
  store: DocumentStore,
  view: View,
  request: FindRequest,
  limits: QueryLimits,
): Found[] {
  try {
    return new QueryRun(store, view, request, limits).find()
  } catch (error) {
    throw asRequestFailure(error)
  }
}

/** As `findDocuments`, for their number alone; order, skip and limit do not matter. */
export function countDocuments(
  store: DocumentStore,
  view: View,
  request: { collection: Collection; filter: Filter },
  limits: QueryLimits,
): number {
  const { collection, filter } = request
  const whole = Object.keys(filter).length === 0
  // Counting everything reads no document in MongoDB, so it needs no index.
  const applied: QueryLimits = whole ? { ...limits, strict: false, mostExamined: null } : limits
  const find = { collection, filter, order: [], skip: 0, limit: Infinity, operation: 'count' }
  try {
    return new QueryRun(store, view, find, applied).count()
  } catch (error) {
    throw asRequestFailure(error)
  }
}
