import { cloneValue, isPlainObject } from '../ground/document'
import type { Document } from '../ground/document'
import { requestFailed } from '../ground/cloud-error'
import type { Filter } from './compile-filter'
import { isExpressionDocument } from './filter/expression-document'
import { applyModifier, applyTree } from './update/apply-tree'
import { creating } from './update/modifier'
import type { Update } from './update/read-update'

/** Fields that a filter says are equal to one value, with that value. */
function* equalities(filter: Filter): Generator<[path: string, value: unknown]> {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value.filter(isPlainObject)) yield* equalities(part)
    } else if (key === '$or' && Array.isArray(value) && value.length === 1) {
      yield* equalities(value[0] as Filter)
    } else if (key.startsWith('$') || value instanceof RegExp) {
      continue
    } else if (!isExpressionDocument(value)) {
      yield [key, value]
    } else if (Object.hasOwn(value, '$eq')) {
      yield [key, value.$eq]
    } else if (Array.isArray(value.$all) && value.$all.length === 1) {
      yield [key, value.$all[0]]
    }
  }
}

/**
 * The document that an upsert stores when its filter finds none: what the filter says for sure, then the
 * update.
 * @param newId makes an id where neither gives one
 */
export function upsertDocument(filter: Filter, update: Update, newId: () => string): Document {
  const found: Document = {}
  const paths = new Set<string>()
  for (const [path, value] of equalities(filter)) {
    if (paths.has(path))
      throw requestFailed(`cannot infer query fields to set, path '${path}' is matched twice`)
    paths.add(path)
    const make = () => cloneValue(value)
    if (path === '_id') found._id = make()
    else applyModifier(creating(make, make), path.split('.'), found)
  }
  const { _id, ...fields } = found
  const document: Document = _id === undefined ? fields : { _id, ...fields }
  applyTree(update.tree, [], { root: document, position: null })
  return document._id === undefined ? { _id: newId(), ...document } : document
}
