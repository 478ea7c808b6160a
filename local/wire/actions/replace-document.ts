import { compareValues } from '../../ground/compare-values'
import type { Document } from '../../ground/document'
import { checkUpdated } from '../../query/check-document'
import type { Filter } from '../../query/compile-filter'
import { elementText } from '../../ground/value-text'
import { requestFailed } from '../../ground/cloud-error'
import type { Answer, Parameters } from '../../ground/action'
import type { DatabaseContext } from './database-context'
import { insertOne } from './insert-documents'
import { readChange, readCollection, readFlag } from './read-parameters'
import { bulk, findTargets, newId, runWrites } from './run-writes'
import type { Writing } from './run-writes'

const ID_TYPES = ['string', 'number', 'boolean']

/** The id that a filter asks for, when it asks for one. */
function idIn(filter: Filter): unknown {
  const { _id } = filter
  return ID_TYPES.includes(typeof _id) || _id instanceof Date ? _id : undefined
}

function replace(writing: Writing, filter: Filter, data: Document, upsert: boolean) {
  const { context, transaction, collection } = writing
  const { _id: given, ...fields } = data
  const [found] = findTargets(writing, filter, 1, 'set')
  if (!found && !upsert) return { updated: 0, upsert_id: null }
  const id = found ? found.document._id : (given ?? idIn(filter) ?? newId())
  if (found && given !== undefined && compareValues(given, id) !== 0)
    throw requestFailed(
      `The _id field cannot be changed from {${elementText('_id', id)}} to {${elementText('_id', given)}}.`,
    )
  const document = { _id: id, ...fields }
  bulk(() => checkUpdated(document))
  if (!found) {
    insertOne(writing, document)
    return { updated: 0, upsert_id: id }
  }
  context.store.put(transaction, collection, found.record.key, document)
  return { updated: 1, upsert_id: null }
}

/** `database.modifyDocument` with a whole document, as `doc().set()` sends it. */
export async function replaceDocument(
  context: DatabaseContext,
  parameters: Parameters,
): Promise<Answer> {
  const now = context.now()
  const { filter, data } = readChange(parameters, now)
  const upsert = readFlag(parameters, 'upsert', false)
  readFlag(parameters, 'multi', false)
  const collection = readCollection(context.store, parameters)
  const counts = await runWrites(context, parameters, (transaction) =>
    replace({ context, transaction, collection }, filter, data, upsert),
  )
  return { data: counts }
}
