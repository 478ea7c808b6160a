import type { Collection } from '../engine/collection'
import type { Document } from '../ground/document'
import { INTERNAL_PREFIX } from '../engine/store'
import type { DocumentStore } from '../engine/store'
import type { Filter } from '../query/compile-filter'
import { countDocuments, findDocuments } from '../query/find-documents'
import { CloudError } from '../ground/cloud-error'
import { decodeObject } from '../ground/decode-ejson'
import { encodeEjson } from '../ground/encode-ejson'

export interface ListedIndex {
  name: string
  keys: string
  unique: boolean
}

export interface ListedCollection {
  name: string
  documents: number
  /** Of the stored form; estimated from the first documents. */
  bytes: number
  indexes: ListedIndex[]
}

const FREELY = { strict: false, mostExamined: null }
const SAMPLE = 100
export const PAGE = 20

const keysText = ({ definition }: Collection['indexes'][number]): string =>
  definition.keys
    .map(([path, direction]) =>
      definition.geo?.includes(path) ? `${path} 位置` : `${path} ${direction === 1 ? '升' : '降'}`,
    )
    .join('，')

function listed(store: DocumentStore, collection: Collection): ListedCollection {
  const view = store.viewFor(null)
  const query = { collection, filter: {}, order: [], skip: 0, operation: 'inspect' }
  const sample = findDocuments(store, view, { ...query, limit: SAMPLE }, FREELY)
  const length = sample.reduce(
    (sum, { document }) => sum + Buffer.byteLength(encodeEjson(document)),
    0,
  )
  const documents = countDocuments(store, view, { collection, filter: {} }, FREELY)
  return {
    name: collection.name,
    documents,
    bytes: sample.length === 0 ? 0 : (length / sample.length) * documents,
    indexes: collection.indexes.map((index) => ({
      name: index.definition.name,
      keys: keysText(index),
      unique: index.definition.unique,
    })),
  }
}

/** The application's collections by name; those of the local cloud itself hold its keys and are not shown. */
export const listCollections = (store: DocumentStore): ListedCollection[] =>
  [...store.collections.values()]
    .filter(({ name }) => !name.startsWith(INTERNAL_PREFIX))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map((collection) => listed(store, collection))

export interface CollectionPage extends ListedCollection {
  filter: string
  /** Why the filter cannot be used. */
  fault: string | null
  found: Document[]
  skip: number
  more: boolean
}

/**
 * One page of a collection, by `_id`.
 * @param filter EJSON as a query carries it; '' for everything
 * @throws CloudError DATABASE_COLLECTION_NOT_EXIST
 */
export function readCollectionPage(
  store: DocumentStore,
  now: number,
  request: { name: string; filter: string; skip: number },
): CollectionPage {
  const collection = store.collection(request.name)
  const page = { ...listed(store, collection), filter: request.filter, skip: request.skip }
  try {
    const filter: Filter = request.filter === '' ? {} : decodeObject(request.filter, now, '条件')
    const found = findDocuments(
      store,
      store.viewFor(null),
      {
        collection,
        filter,
        order: [['_id', 1]],
        skip: request.skip,
        limit: PAGE + 1,
        operation: 'inspect',
      },
      FREELY,
    ).map(({ document }) => document)
    return { ...page, fault: null, found: found.slice(0, PAGE), more: found.length > PAGE }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    return { ...page, fault: `${error.code}：${error.message}`, found: [], more: false }
  }
}

/** A document as it is read best: dates as ISO text under `$date`. */
export const documentText = (document: Document): string =>
  JSON.stringify(
    document,
    function (this: Record<string, unknown>, key: string, value: unknown) {
      const raw = this[key]
      if (raw instanceof Date)
        return { $date: Number.isNaN(raw.getTime()) ? 'NaN' : raw.toISOString() }
      if (raw instanceof RegExp) return { $regularExpression: String(raw) }
      return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
    },
    2,
  )
