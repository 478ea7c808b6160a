import type { DocumentStore } from '../../engine/store'
import { project } from '../../query/compile-filter'
import { findDocuments } from '../../query/find-documents'
import type { QueryLimits } from '../../query/find-documents'
import { runAggregate } from '../../query/run-aggregate'
import type { Stage } from '../../query/run-aggregate'
import { readOrder } from '../../query/sort-documents'
import { invalidParam, requestFailed } from '../cloud-error'
import { decodeEjson, decodeObject } from '../decode-ejson'
import { encodeEjson } from '../encode-ejson'
import type { Actions, Answer, Parameters } from '../action'
import {
  MOST_ROWS,
  readCollection,
  readCount,
  readFilter,
  readTransaction,
} from './read-parameters'

export interface DatabaseContext {
  store: DocumentStore
  /** Epoch ms on the local cloud's clock. */
  now: () => number
  limits: QueryLimits
}

/** One reply may not be larger than this. */
const MOST_REPLY_BYTES = 16 * 1024 * 1024

export function encodeList(documents: Array<Record<string, unknown>>): string[] {
  let bytes = 0
  return documents.map((document) => {
    const text = encodeEjson(document)
    bytes += text.length
    if (bytes > MOST_REPLY_BYTES) throw requestFailed('the result is larger than 16 MB')
    return text
  })
}

function getDocument(context: DatabaseContext, parameters: Parameters): Answer {
  const { store, limits } = context
  const now = context.now()
  const collection = readCollection(store, parameters)
  const view = store.viewFor(readTransaction(store, parameters))
  const filter = readFilter(parameters, now)
  const order = parameters.order ? readOrder(decodeObject(parameters.order, now, 'order')) : []
  const projection = parameters.projection
    ? decodeObject(parameters.projection, now, 'projection')
    : {}
  const offset = readCount(parameters, 'offset', 0)
  const limit = Math.min(
    readCount(parameters, 'limit', parameters.queryType === 'DOC' ? 1 : 100),
    MOST_ROWS,
  )
  const found = findDocuments(
    store,
    view,
    { collection, filter, order, skip: offset, limit, operation: 'get' },
    limits,
  )
  const documents = project(
    found.map(({ document }) => document),
    filter,
    projection,
  )
  return {
    data: { list: encodeList(documents) },
    offset,
    ...(parameters.queryType === 'DOC' ? {} : { limit }),
  }
}

function calculateDocument(context: DatabaseContext, parameters: Parameters): Answer {
  const { store } = context
  const collection = readCollection(store, parameters)
  const filter = readFilter(parameters, context.now())
  const view = store.viewFor(readTransaction(store, parameters))
  // Counting everything reads no document in MongoDB, so it needs no index.
  const limits =
    Object.keys(filter).length === 0 ? { strict: false, mostExamined: null } : context.limits
  const found = findDocuments(
    store,
    view,
    { collection, filter, order: [], skip: 0, limit: Infinity, operation: 'count' },
    limits,
  )
  return { data: { total: found.length } }
}

function readStages(parameters: Parameters, now: number): Stage[] {
  const { stages } = parameters
  if (!Array.isArray(stages)) throw invalidParam('stages must be a list')
  return stages.map((stage: unknown) => {
    const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown }
    if (typeof stageKey !== 'string' || !stageKey.startsWith('$'))
      throw invalidParam('a stage needs a stageKey')
    return { [stageKey]: decodeEjson(stageValue, now, stageKey) }
  })
}

/** CloudBase gives the first 20 results of an aggregation that names no limit of its own. */
const DEFAULT_AGGREGATE_ROWS = 20

function aggregateDocuments(context: DatabaseContext, parameters: Parameters): Answer {
  const { store, limits } = context
  const now = context.now()
  const collection = readCollection(store, parameters).name
  const stages = readStages(parameters, now)
  const view = store.viewFor(readTransaction(store, parameters))
  const documents = runAggregate(store, view, { collection, stages, now }, limits)
  const most = stages.some((stage) => '$limit' in stage) ? documents.length : DEFAULT_AGGREGATE_ROWS
  return { data: { list: encodeList(documents.slice(0, most)) } }
}

/** Actions that read documents. */
export function databaseReads(context: DatabaseContext): Actions {
  return {
    'database.getDocument': (parameters) => getDocument(context, parameters),
    'database.calculateDocument': (parameters) => calculateDocument(context, parameters),
    'database.aggregateDocuments': (parameters) => aggregateDocuments(context, parameters),
  }
}
