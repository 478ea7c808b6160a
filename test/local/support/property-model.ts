import { filterHolds } from './naive-filter'
import type { NaiveStore } from './naive-store'
import { Refused, updateNaively } from './naive-update'
import type { Doc } from './naive-values'
import type { Operation } from './property-operations'

/** What the model expects of an operation: a number of documents, or a document. */
export interface Expected {
  count?: number
  doc?: Doc | null
}

/**
 * Does an operation to the model.
 * @throws Refused
 */
export function runOnModel(model: NaiveStore, operation: Operation, inside: boolean): Expected {
  const docs = model.visible(inside)
  const matching = (filter: Doc) => [...docs.values()].filter((doc) => filterHolds(doc, filter))
  switch (operation.kind) {
    case 'insert':
      return insert(model, operation.docs, inside)
    case 'set':
      model.write(new Map([[operation.id, { _id: operation.id, ...operation.data }]]), inside)
      return { count: docs.has(operation.id) ? 1 : 0 }
    case 'update':
    case 'updateAndReturn': {
      const doc = docs.get(operation.id)
      const next = doc ? updateNaively(doc, operation.update) : null
      if (next) model.write(new Map([[operation.id, next]]), inside)
      return { count: next ? 1 : 0, doc: next }
    }
    case 'updateWhere': {
      const found = matching(operation.filter)
      const changes = found.map((doc) => [doc._id, updateNaively(doc, operation.update)] as const)
      model.write(new Map(changes), inside)
      return { count: found.length }
    }
    case 'remove': {
      const there = docs.has(operation.id)
      if (there) model.write(new Map([[operation.id, null]]), inside)
      return { count: there ? 1 : 0 }
    }
    case 'removeWhere': {
      const found = matching(operation.filter)
      model.write(new Map(found.map(({ _id }) => [_id, null])), inside)
      return { count: found.length }
    }
    case 'count':
    case 'find':
      return { count: matching(operation.filter).length }
    default:
      return {}
  }
}

/** One document after another inside a transaction, so that the first one that fails decides the error. */
function insert(model: NaiveStore, added: Doc[], inside: boolean): Expected {
  const changes = new Map<unknown, Doc>()
  for (const doc of added) {
    if (changes.has(doc._id) || model.visible(inside).has(doc._id))
      throw new Refused('duplicate _id')
    changes.set(doc._id, doc)
    if (inside) model.write(new Map([[doc._id, doc]]), inside)
  }
  if (!inside) model.write(changes, inside)
  return { count: added.length }
}
