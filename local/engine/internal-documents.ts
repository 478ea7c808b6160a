import type { Document, DocumentKey } from '../ground/document'
import type { DocumentStore } from './store'
import type { Transaction } from './transaction/transaction'

/**
 * A document of one of the local cloud's own collections; null when there is none.
 * @param transaction sees its own writes; without one it is what readers see
 */
export function internalDocument(
  store: DocumentStore,
  name: string,
  key: DocumentKey,
  transaction: Transaction | null = null,
): Document | null {
  const record = store.internal(name).records.get(key)
  return record ? store.visible(record, store.viewFor(transaction)) : null
}

/** Every document of one of the local cloud's own collections, in the order of insertion. */
export function internalDocuments(store: DocumentStore, name: string): Document[] {
  const view = store.viewFor(null)
  return [...store.internal(name).records.values()]
    .map((record) => store.visible(record, view))
    .filter((document) => document !== null)
}
