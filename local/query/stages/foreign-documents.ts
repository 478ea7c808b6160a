import type { Collection } from '../../engine/collection'
import type { Document } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { compileFilter } from '../compile-filter'
import type { Filter } from '../compile-filter'
import { valueKey } from '../expressions/ordering'
import { findDocuments } from '../find-documents'
import { joinValues } from './document-paths'
import type { Request } from './stage'

/** Finds the documents whose field holds one of some values. */
export type FindForeign = (values: unknown[]) => Document[]

function filterFor(field: string, values: unknown[]): Filter {
  const [only] = values
  if (values.length === 1) return { [field]: { $eq: only } }
  if (!values.some((value) => value instanceof RegExp)) return { [field]: { $in: values } }
  // A pattern in $in would be matched; here it only equals itself.
  return { $or: values.map((value) => ({ [field]: { $eq: value } })) }
}

/** A collection that the request may read; null when there is none. */
export function collectionNamed(name: string, { store }: Request): Collection | null {
  if (!store.collections.has(name)) return null
  try {
    return store.collection(name)
  } catch {
    // The local cloud's own collections do not exist for requests.
    return null
  }
}

const isPlain = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** All documents by the values of a field: without an index, one walk serves every lookup. */
function byValue(documents: Iterable<Document>, field: string): Map<unknown, Set<Document>> {
  const parts = field.split('.')
  const found = new Map<unknown, Set<Document>>()
  for (const document of documents) {
    for (const value of joinValues(document, parts)) {
      if (!isPlain(value)) continue
      const key = valueKey(value)
      const same = found.get(key)
      if (same) same.add(document)
      else found.set(key, new Set([document]))
    }
  }
  return found
}

const isIndexed = ({ indexes }: Collection, field: string): boolean =>
  field === '_id' || indexes.some(({ definition }) => definition.keys[0]?.[0] === field)

function findEach(
  collection: Collection,
  field: string,
  request: Request,
  operation: string,
): FindForeign {
  const { store, view, limits } = request
  return (values) => {
    const filter = filterFor(field, values)
    const find = { collection, filter, order: [], skip: 0, limit: Infinity, operation }
    return findDocuments(store, view, find, limits).map(({ document }) => document)
  }
}

/**
 * Prepares an equality join.
 * @param operation names it in a strict-mode refusal
 * @throws CloudError in strict mode when no declared index begins with the field
 */
export function foreignDocuments(
  from: string,
  field: string,
  request: Request,
  operation: string,
): FindForeign {
  const collection = collectionNamed(from, request)
  if (!collection) return () => []
  const each = findEach(collection, field, request, operation)
  if (isIndexed(collection, field)) return each
  if (request.limits.strict) {
    throw requestFailed(
      `strict mode: no declared index covers ${operation} ${from}.where({${field}:?})`,
    )
  }
  let known: Map<unknown, Set<Document>> | null = null
  return (values) => {
    const [only] = values
    if (values.length !== 1 || !isPlain(only)) return each(values)
    if (!known) {
      const everything = { collection, filter: {}, order: [], skip: 0, limit: Infinity, operation }
      const found = findDocuments(request.store, request.view, everything, request.limits)
      known = byValue(
        found.map(({ document }) => document),
        field,
      )
    }
    const matches = compileFilter(filterFor(field, values), request.store.now())
    return [...(known.get(valueKey(only)) ?? [])].filter(matches)
  }
}
