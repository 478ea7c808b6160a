import type { Collection } from '../../engine/collection'
import type { DocumentStore } from '../../engine/store'
import type { Transaction } from '../../engine/transaction/transaction'
import type { Filter } from '../../query/compile-filter'
import { invalidParam } from '../../ground/cloud-error'
import { decodeObject } from '../../ground/decode-ejson'
import type { Parameters } from '../../ground/action'

/** Rows that one request may return, whatever it asks for. */
export const MOST_ROWS = 1000

/** Rows that a request without a limit of its own gets. */
export const DEFAULT_ROWS = 100

/** @throws CloudError INVALID_PARAM | DATABASE_COLLECTION_NOT_EXIST */
export function readCollection(store: DocumentStore, parameters: Parameters): Collection {
  const { collectionName } = parameters
  if (typeof collectionName !== 'string' || collectionName === '')
    throw invalidParam('collectionName is missing')
  return store.collection(collectionName)
}

/**
 * The transaction that a request names.
 * @throws CloudError INVALID_PARAM unless its id is a text; DATABASE_TRANSACTION_FAIL when it has ended
 */
export function requireTransaction(store: DocumentStore, parameters: Parameters): Transaction {
  const { transactionId } = parameters
  if (typeof transactionId !== 'string' || transactionId === '')
    throw invalidParam('transactionId must be a non-empty string')
  return store.transaction(transactionId)
}

/** As `requireTransaction`; null for a request outside of any. */
export function readTransaction(store: DocumentStore, parameters: Parameters): Transaction | null {
  const { transactionId } = parameters
  if (transactionId === undefined || transactionId === null) return null
  return requireTransaction(store, parameters)
}

const isAbsent = (value: unknown) => value === undefined || value === null || value === ''

/** Whether a request speaks of one document (`doc()`) or of all that a filter finds. */
export function isOneDocument({ queryType }: Parameters): boolean {
  if (queryType !== undefined && queryType !== 'DOC' && queryType !== 'WHERE')
    throw invalidParam('queryType must be WHERE or DOC')
  return queryType === 'DOC'
}

/** The filter; absent and '' mean every document. */
export function readFilter(parameters: Parameters, now: number): Filter {
  return isAbsent(parameters.query) ? {} : decodeObject(parameters.query, now, 'query')
}

/**
 * The filter of an update or a removal, which must be there.
 * @throws CloudError INVALID_PARAM
 */
export function readRequiredFilter(parameters: Parameters, now: number): Filter {
  if (isAbsent(parameters.query)) throw invalidParam('query is missing')
  return decodeObject(parameters.query, now, 'query')
}

/**
 * What every change of documents names.
 * @returns whether it speaks of one document, the filter, and the update or the new document
 */
export function readChange(
  parameters: Parameters,
  now: number,
): { one: boolean; filter: Filter; data: Filter } {
  return {
    one: isOneDocument(parameters),
    filter: readRequiredFilter(parameters, now),
    data: decodeObject(parameters.data, now, 'data'),
  }
}

/** An optional object of EJSON; absent is empty. */
export function readOptions(
  parameters: Parameters,
  name: 'order' | 'projection',
  now: number,
): Record<string, unknown> {
  return isAbsent(parameters[name]) ? {} : decodeObject(parameters[name], now, name)
}

/** @throws CloudError INVALID_PARAM unless a whole number of at least 0, or absent */
export function readCount(parameters: Parameters, name: string, fallback: number): number {
  const value = parameters[name]
  if (value === undefined || value === null) return fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${name} must be a whole number of at least 0`)
  return value
}

/** @throws CloudError INVALID_PARAM unless a boolean, or absent */
export function readFlag(parameters: Parameters, name: string, fallback: boolean): boolean {
  const value = parameters[name]
  if (value === undefined || value === null) return fallback
  if (typeof value !== 'boolean') throw invalidParam(`${name} must be true or false`)
  return value
}
