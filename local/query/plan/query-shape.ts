import { isPlainObject } from '../../ground/document'
import type { Filter } from '../compile-filter'
import type { SortOrder } from '../sort-documents'

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((item) => isPlainObject(item)) && value.length > 0
      ? value.map(shapeOf)
      : '[?]'
  }
  if (!isPlainObject(value)) return '?'
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}

/** A query without its values, so that two calls that differ only in values read the same. */
export function queryShape(collection: string, filter: Filter, order: SortOrder): string {
  const where = JSON.stringify(shapeOf(filter)).replace(/"/g, '')
  const sort = order.map(([path, direction]) => `${path}:${direction}`).join(',')
  return `${collection}.where(${where})${sort ? ` sorted by ${sort}` : ''}`
}
