import type { Document } from '../../ground/document'
import { applyUpdate } from '../../query/apply-update'
import { checkUpdated } from '../../query/check-document'
import { compileCondition } from '../../query/compile-filter'
import type { Filter } from '../../query/compile-filter'
import { readUpdate } from '../../query/update/read-update'
import type { Update } from '../../query/update/read-update'
import { upsertDocument } from '../../query/upsert-document'
import { encodeEjson } from '../../ground/encode-ejson'
import type { Answer, Parameters } from '../../ground/action'
import type { DatabaseContext } from './database-context'
import { insertOne } from './insert-documents'
import { readChange, readCollection, readFlag } from './read-parameters'
import { bulk, findTargets, newId, runWrites } from './run-writes'
import type { Writing } from './run-writes'

interface UpdateRequest {
  filter: Filter
  update: Update
  limit: number
  operation: string
}

/** Updates what the filter finds, and returns the new documents. */
function updateFound(writing: Writing, request: UpdateRequest): Document[] {
  const { context, transaction, collection } = writing
  const { filter, update, limit, operation } = request
  const found = findTargets(writing, filter, limit, operation)
  const matched = update.positional ? compileCondition(filter, context.store.now()) : null
  // Every document is made before the first is written, so that a refusal leaves none behind.
  const changes = found.map(({ document, record }) => {
    const next = applyUpdate(document, update, matched)
    checkUpdated(next)
    return { key: record.key, next }
  })
  for (const { key, next } of changes) context.store.put(transaction, collection, key, next)
  return changes.map(({ next }) => next)
}

/** `database.modifyDocument` with operators; `updated` counts the documents found, changed or not. */
export async function updateDocuments(
  context: DatabaseContext,
  parameters: Parameters,
): Promise<Answer> {
  const now = context.now()
  const { one, filter, data } = readChange(parameters, now)
  const limit = readFlag(parameters, 'multi', false) && !one ? Infinity : 1
  const upsert = readFlag(parameters, 'upsert', false)
  const collection = readCollection(context.store, parameters)
  const counts = await runWrites(context, parameters, (transaction) => {
    const update = bulk(() => readUpdate(data, now))
    const writing = { context, transaction, collection }
    const request = { filter, update, limit, operation: 'update' }
    const { length } = bulk(() => updateFound(writing, request))
    if (length > 0 || !upsert) return { updated: length, upsert_id: null }
    const document = bulk(() => upsertDocument(filter, readUpdate(data, now, true), newId))
    bulk(() => checkUpdated(document))
    insertOne(writing, document)
    return { updated: 0, upsert_id: document._id }
  })
  return { data: counts }
}

/** `database.modifyAndReturnDoc`: updates the first document found and returns it as it is then. */
export async function updateAndReturn(
  context: DatabaseContext,
  parameters: Parameters,
): Promise<Answer> {
  const now = context.now()
  const { filter, data } = readChange(parameters, now)
  const collection = readCollection(context.store, parameters)
  const [document] = await runWrites(context, parameters, (transaction) => {
    const update = readUpdate(data, now)
    const request = { filter, update, limit: 1, operation: 'updateAndReturn' }
    return updateFound({ context, transaction, collection }, request)
  })
  return { data: { updated: document ? 1 : 0, doc: document ? encodeEjson(document) : null } }
}
