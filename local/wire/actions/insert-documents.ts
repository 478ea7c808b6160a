import { documentKey } from '../../engine/collection'
import type { Document } from '../../ground/document'
import { DuplicateKey } from '../../engine/index/duplicate-key'
import { checkInsert } from '../../query/check-document'
import { invalidParam } from '../../ground/cloud-error'
import { decodeObject } from '../../ground/decode-ejson'
import { encodeEjson } from '../../ground/encode-ejson'
import type { Answer, Parameters } from '../../ground/action'
import type { DatabaseContext } from './database-context'
import { readCollection } from './read-parameters'
import { bulk, newId, runWrites } from './run-writes'
import type { Writing } from './run-writes'

/** The documents of a request, each with its id first. */
function readDocuments(parameters: Parameters, now: number): Document[] {
  const { data } = parameters
  if (!Array.isArray(data) || data.length === 0) throw invalidParam('data must be a non-empty list')
  return data.map((text: unknown) => {
    const { _id, ...fields } = decodeObject(text, now, 'data')
    return { _id: _id === undefined ? newId() : _id, ...fields }
  })
}

/** Stores one new document. */
export function insertOne(writing: Writing, document: Document): void {
  const { context, transaction, collection } = writing
  const { store } = context
  const key = documentKey(document._id)
  const record = collection.records.get(key)
  if (record && store.visible(record, store.viewFor(transaction)) !== null)
    throw new DuplicateKey(collection.name, '_id_', `: ${encodeEjson(document._id)}`)
  store.put(transaction, collection, key, document)
}

/** `database.insertDocument`: all documents of the request are stored, or none. */
export async function insertDocuments(
  context: DatabaseContext,
  parameters: Parameters,
): Promise<Answer> {
  const documents = readDocuments(parameters, context.now())
  const collection = readCollection(context.store, parameters)
  await runWrites(context, parameters, (transaction) => {
    for (const document of documents) bulk(() => checkInsert(document))
    for (const document of documents) insertOne({ context, transaction, collection }, document)
  })
  return { data: { insertedIds: documents.map(({ _id }) => _id) } }
}
