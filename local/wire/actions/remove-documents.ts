import type { Answer, Parameters } from '../../ground/action'
import type { DatabaseContext } from './database-context'
import { isOneDocument, readCollection, readFlag, readRequiredFilter } from './read-parameters'
import { findTargets, runWrites } from './run-writes'

/** `database.removeDocument`: all that the filter finds, or the first. */
export async function removeDocuments(
  context: DatabaseContext,
  parameters: Parameters,
): Promise<Answer> {
  const { store } = context
  const one = isOneDocument(parameters)
  const filter = readRequiredFilter(parameters, context.now())
  const limit = readFlag(parameters, 'multi', false) && !one ? Infinity : 1
  const collection = readCollection(store, parameters)
  const deleted = await runWrites(context, parameters, (transaction) => {
    const found = findTargets({ context, transaction, collection }, filter, limit, 'remove')
    for (const { record } of found) store.put(transaction, collection, record.key, null)
    return found.length
  })
  return { data: { deleted } }
}
