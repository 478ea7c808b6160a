import { randomBytes } from 'node:crypto'
import type { Collection } from '../../engine/collection'
import { IndexPending, whenIndexed } from '../../engine/index/index-pending'
import type { Transaction } from '../../engine/transaction/transaction'
import { DuplicateKey } from '../../engine/index/duplicate-key'
import type { Filter } from '../../query/compile-filter'
import { findDocuments } from '../../query/find-documents'
import type { Found } from '../../query/find-documents'
import { CloudError, duplicateKey, inBulkWords } from '../../ground/cloud-error'
import type { Parameters } from '../../ground/action'
import type { DatabaseContext } from './database-context'
import { readTransaction } from './read-parameters'

/** CloudBase's own ids: 32 hex characters. */
export const newId = () => randomBytes(16).toString('hex')

/** What one write works with. */
export interface Writing {
  context: DatabaseContext
  transaction: Transaction
  collection: Collection
}

/**
 * Runs `work` in the request's transaction, or as a commit of its own. As in MongoDB, a write that fails ends
 * the transaction it happened in. What looks for documents must do so before it writes the first one: it is done
 * again when it has waited for an index.
 * @throws CloudError; duplicate keys in the words that CloudBase uses
 */
export async function runWrites<T>(
  context: DatabaseContext,
  parameters: Parameters,
  work: (transaction: Transaction) => T,
): Promise<T> {
  return whenIndexed(() => runOnce(context, parameters, work))
}

async function runOnce<T>(
  context: DatabaseContext,
  parameters: Parameters,
  work: (transaction: Transaction) => T,
): Promise<T> {
  const transaction = readTransaction(context.store, parameters)
  try {
    return await (transaction ? work(transaction) : context.store.write(work))
  } catch (error) {
    if (error instanceof IndexPending) throw error
    // A malformed request never reaches MongoDB, and has written nothing yet.
    const malformed = error instanceof CloudError && error.code === 'INVALID_PARAM'
    if (transaction && !malformed) context.store.abort(transaction)
    if (!(error instanceof DuplicateKey)) throw error
    // Whoever hears that it exists reads it next: writers see it before it is on disk, readers do not.
    await context.store.settled()
    throw duplicateKey(error.collection, error.index, error.key)
  }
}

/**
 * Runs what may refuse a write, in the words of the bulk write that CloudBase sends to MongoDB.
 * @throws CloudError
 */
export function bulk<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError) throw inBulkWords(error)
    throw error
  }
}

/** Finds what a write is for, as its transaction sees it. */
export function findTargets(
  { context, transaction, collection }: Writing,
  filter: Filter,
  limit: number,
  operation: string,
): Found[] {
  const { store, limits } = context
  const request = { collection, filter, order: [], skip: 0, limit, operation }
  return findDocuments(store, store.viewFor(transaction), request, limits)
}
