import type { View } from '../../engine/store'
import { CloudError } from '../../ground/cloud-error'
import type { Parameters } from '../../ground/action'
import type { DatabaseContext } from './database-context'
import { readTransaction } from './read-parameters'

/**
 * Reads what the request's transaction sees, or what is on disk. As in MongoDB, a query that fails ends the
 * transaction it happened in.
 */
export function runReads<T>(
  { store }: DatabaseContext,
  parameters: Parameters,
  read: (view: View) => T,
): T {
  const transaction = readTransaction(store, parameters)
  try {
    return read(store.viewFor(transaction))
  } catch (error) {
    if (transaction && error instanceof CloudError) store.abort(transaction)
    throw error
  }
}
