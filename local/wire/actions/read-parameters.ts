import type { Collection } from '../../engine/collection'
import type { DocumentStore } from '../../engine/store'
import type { Transaction } from '../../engine/transaction'
import type { Filter } from '../../query/compile-filter'
import { invalidParam } from '../cloud-error'
import { decodeObject } from '../decode-ejson'
import type { Parameters } from '../action'

/** Rows that one request may return, whatever it asks for. */
export const MOST_ROWS = 1000

/** @throws CloudError INVALID_PARAM | DATABASE_COLLECTION_NOT_EXIST */
export function readCollection(store: DocumentStore, parameters: Parameters): Collection {
  const { collectionName } = parameters
  if (typeof collectionName !== 'string' || collectionName === '')
    throw invalidParam('collectionName is missing')
  return store.collection(collectionName)
}

export function readTransaction(store: DocumentStore, parameters: Parameters): Transaction | null {
  const { transactionId } = parameters
  return transactionId === undefined || transactionId === null
    ? null
    : store.transaction(transactionId)
}

/** The filter; absent and '' mean every document. */
export function readFilter(parameters: Parameters, now: number): Filter {
  const { query } = parameters
  return query === undefined || query === null || query === ''
    ? {}
    : decodeObject(query, now, 'query')
}

/**
 * The filter of an update or a removal, which must be there.
 * @throws CloudError INVALID_PARAM
 */
export function readRequiredFilter(parameters: Parameters, now: number): Filter {
  const { query } = parameters
  if (query === undefined || query === null || query === '') throw invalidParam('query is missing')
  return decodeObject(query, now, 'query')
}

/** @throws CloudError INVALID_PARAM unless a whole number of at least 0, or absent */
export function readCount(parameters: Parameters, name: string, fallback: number): number {
  const value = parameters[name]
  if (value === undefined || value === null) return fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${name} must be a whole number`)
  return value
}
