import { Query } from 'mingo/query'
import { CloudError, requestFailed } from '../wire/cloud-error'
import { queryOptions } from './mingo-context'

export type Filter = Record<string, unknown>

/** Turns what mingo throws into the error the SDK would show; our own refusals pass. */
export function asRequestFailure(error: unknown): CloudError {
  if (error instanceof CloudError) return error
  return requestFailed(error instanceof Error ? error.message : String(error))
}

/** @throws CloudError DATABASE_REQUEST_FAILED for an unknown operator or a malformed criterion */
export function compileFilter(filter: Filter): (document: Filter) => boolean {
  if (Object.keys(filter).length === 0) return () => true
  try {
    const query = new Query(filter, queryOptions)
    return (document) => query.test(document)
  } catch (error) {
    throw asRequestFailure(error)
  }
}

/** @throws CloudError DATABASE_REQUEST_FAILED for a malformed projection */
export function project(documents: Filter[], filter: Filter, projection: Filter): Filter[] {
  if (Object.keys(projection).length === 0) return documents
  try {
    return new Query(filter, queryOptions).find<Filter>(documents, projection).all() as Filter[]
  } catch (error) {
    throw asRequestFailure(error)
  }
}
