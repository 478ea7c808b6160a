import { randomBytes } from 'node:crypto'
import { documentKey } from '../../engine/collection'
import type { Collection } from '../../engine/collection'
import type { Document } from '../../engine/document'
import type { Transaction } from '../../engine/transaction'
import { DuplicateKey } from '../../engine/unique-keys'
import { applyUpdate } from '../../query/apply-update'
import { checkDocument, checkSize } from '../../query/check-document'
import { checkUpdateShape } from '../../query/check-update'
import type { Filter } from '../../query/compile-filter'
import { findDocuments } from '../../query/find-documents'
import type { Found } from '../../query/find-documents'
import { duplicateOnInsert, duplicateOnUpdate, invalidParam } from '../cloud-error'
import { decodeObject } from '../decode-ejson'
import { encodeEjson } from '../encode-ejson'
import type { Actions, Answer, Parameters } from '../action'
import type { DatabaseContext } from './database-reads'
import { readCollection, readRequiredFilter, readTransaction } from './read-parameters'

/** Runs `work` in the request's transaction, or as a commit of its own. */
async function writing<T>(
  context: DatabaseContext,
  parameters: Parameters,
  work: (transaction: Transaction) => T,
): Promise<T> {
  const transaction = readTransaction(context.store, parameters)
  return transaction ? work(transaction) : context.store.write(work)
}

function readInserts(parameters: Parameters, now: number): Document[] {
  const { data } = parameters
  if (!Array.isArray(data) || data.length === 0) throw invalidParam('data must be a non-empty list')
  return data.map((text: unknown) => {
    const { _id, ...fields } = decodeObject(text, now, 'data')
    const document = { _id: _id ?? randomBytes(16).toString('hex'), ...fields }
    checkDocument(document)
    checkSize(typeof text === 'string' ? text : '')
    return document
  })
}

async function insertDocument(context: DatabaseContext, parameters: Parameters): Promise<Answer> {
  const { store } = context
  const collection = readCollection(store, parameters)
  const documents = readInserts(parameters, context.now())
  try {
    await writing(context, parameters, (transaction) => {
      for (const document of documents) insertOne(context, transaction, collection, document)
    })
  } catch (error) {
    if (error instanceof DuplicateKey)
      throw duplicateOnInsert(error.collection, error.index, error.key)
    throw error
  }
  return { data: { insertedIds: documents.map(({ _id }) => _id) } }
}

function insertOne(
  context: DatabaseContext,
  transaction: Transaction,
  collection: Collection,
  document: Document,
): void {
  const { store } = context
  const key = documentKey(document._id)
  const record = collection.records.get(key)
  if (record && store.visible(record, store.viewFor(transaction)) !== null) {
    // As in MongoDB, a failed write ends the transaction it happened in.
    if (!transaction.plain) store.abort(transaction)
    throw new DuplicateKey(collection.name, '_id_', `: ${encodeEjson(document._id)}`)
  }
  store.put(transaction, collection, key, document)
}

function targets(
  context: DatabaseContext,
  transaction: Transaction,
  collection: Collection,
  filter: Filter,
  limit: number,
  operation: string,
): Found[] {
  const view = context.store.viewFor(transaction)
  return findDocuments(
    context.store,
    view,
    { collection, filter, order: [], skip: 0, limit, operation },
    context.limits,
  )
}

function replace(
  context: DatabaseContext,
  transaction: Transaction,
  collection: Collection,
  filter: Filter,
  data: Document,
): Answer {
  const { store } = context
  const [found] = targets(context, transaction, collection, filter, 1, 'set')
  if (found) {
    store.put(transaction, collection, found.record.key, { _id: found.document._id, ...data })
    return { updated: 1, upsert_id: null }
  }
  const id =
    typeof filter._id === 'string' || typeof filter._id === 'number'
      ? filter._id
      : randomBytes(16).toString('hex')
  store.put(transaction, collection, documentKey(id), { _id: id, ...data })
  return { updated: 0, upsert_id: id }
}

function updateAll(
  context: DatabaseContext,
  transaction: Transaction,
  collection: Collection,
  request: { filter: Filter; update: Filter; limit: number; now: number; operation: string },
): Document[] {
  const found = targets(
    context,
    transaction,
    collection,
    request.filter,
    request.limit,
    request.operation,
  )
  return found.map(({ document, record }) => {
    const next = applyUpdate(document, request.update, request.filter, request.now)
    checkDocument(next)
    context.store.put(transaction, collection, record.key, next)
    return next
  })
}

async function modifyDocument(context: DatabaseContext, parameters: Parameters): Promise<Answer> {
  const now = context.now()
  const collection = readCollection(context.store, parameters)
  const filter = readRequiredFilter(parameters, now)
  const data = decodeObject(parameters.data, now, 'data')
  if (parameters.merge === false) {
    const fields = { ...data }
    delete fields._id
    checkDocument(fields)
    checkSize(String(parameters.data))
    return {
      data: await writing(context, parameters, (transaction) =>
        replace(context, transaction, collection, filter, fields),
      ),
    }
  }
  checkUpdateShape(data)
  const limit = parameters.multi === true ? Infinity : 1
  const updated = await writing(context, parameters, (transaction) =>
    updateAll(context, transaction, collection, {
      filter,
      update: data,
      limit,
      now,
      operation: 'update',
    }),
  )
  return { data: { updated: updated.length, upsert_id: null } }
}

async function modifyAndReturn(context: DatabaseContext, parameters: Parameters): Promise<Answer> {
  const now = context.now()
  const collection = readCollection(context.store, parameters)
  const filter = readRequiredFilter(parameters, now)
  const update = decodeObject(parameters.data, now, 'data')
  checkUpdateShape(update)
  const [document] = await writing(context, parameters, (transaction) =>
    updateAll(context, transaction, collection, {
      filter,
      update,
      limit: 1,
      now,
      operation: 'updateAndReturn',
    }),
  )
  return { data: { updated: document ? 1 : 0, doc: document ? encodeEjson(document) : null } }
}

async function removeDocument(context: DatabaseContext, parameters: Parameters): Promise<Answer> {
  const collection = readCollection(context.store, parameters)
  const filter = readRequiredFilter(parameters, context.now())
  const limit = parameters.multi === true ? Infinity : 1
  const deleted = await writing(context, parameters, (transaction) => {
    const found = targets(context, transaction, collection, filter, limit, 'remove')
    for (const { record } of found) context.store.put(transaction, collection, record.key, null)
    return found.length
  })
  return { data: { deleted } }
}

/** Duplicate keys met while updating, in the words CloudBase uses. */
const naming =
  (
    action: (context: DatabaseContext, parameters: Parameters) => Promise<Answer>,
    context: DatabaseContext,
  ) =>
  async (parameters: Parameters): Promise<Answer> => {
    try {
      return await action(context, parameters)
    } catch (error) {
      if (error instanceof DuplicateKey)
        throw duplicateOnUpdate(error.collection, error.index, error.key)
      throw error
    }
  }

/** Actions that write documents, and those that begin and end transactions. */
export function databaseWrites(context: DatabaseContext): Actions {
  const { store } = context
  return {
    'database.addCollection': async ({ collectionName }) => {
      if (typeof collectionName !== 'string' || !/^[^\s$]{1,120}$/.test(collectionName))
        throw invalidParam('collectionName is not valid')
      await store.createCollection(collectionName)
      return {}
    },
    'database.insertDocument': naming(insertDocument, context),
    'database.modifyDocument': naming(modifyDocument, context),
    'database.modifyAndReturnDoc': naming(modifyAndReturn, context),
    'database.removeDocument': naming(removeDocument, context),
    'database.startTransaction': () => ({ transactionId: store.begin().id }),
    'database.commitTransaction': async (parameters) => {
      await store.commit(store.transaction(parameters.transactionId))
      return {}
    },
    'database.abortTransaction': (parameters) => {
      store.abort(store.transaction(parameters.transactionId))
      return {}
    },
  }
}
