import { compareValues } from '../ground/compare-values'
import { indexKeys, plainKey } from '../engine/index/index-keys'
import { requestFailed } from '../ground/cloud-error'

export type SortOrder = ReadonlyArray<readonly [path: string, direction: 1 | -1]>

function checkPath(path: string): void {
  const parts = path.split('.')
  if (parts.some((part) => part.startsWith('$')))
    throw requestFailed("FieldPath field names may not start with '$'.")
  if (path.endsWith('.')) throw requestFailed("FieldPath must not end with a '.'.")
  if (parts.includes('')) throw requestFailed('FieldPath field names may not be empty strings.')
}

/** @throws CloudError for a path that is none, or a direction that is not 1 or -1 */
export function readOrder(value: Record<string, unknown>): SortOrder {
  return Object.entries(value).map(([path, direction]) => {
    checkPath(path)
    if (direction !== 1 && direction !== -1)
      throw requestFailed(`bad sort specification for ${path}`)
    return [path, direction] as const
  })
}

export type SortKey = readonly unknown[]

const parallelInSort = () => requestFailed('cannot sort with keys that are parallel arrays')

/** Negative, zero or positive as the first key comes before, with or after the second. */
export function compareKeys(left: SortKey, right: SortKey, order: SortOrder): number {
  for (let i = 0; i < order.length; i++) {
    const compared = compareValues(left[i], right[i])
    if (compared !== 0) return compared * (order[i] as readonly [string, number])[1]
  }
  return 0
}

/**
 * What documents are sorted by: of the keys an index on these fields would hold, the first in the order. So an
 * array sorts by its smallest element ascending and by its largest descending.
 * @throws CloudError of the returned function when two fields are arrays
 */
export function sortKeyReader(order: SortOrder): (document: Record<string, unknown>) => SortKey {
  const paths = order.map(([path]) => path.split('.'))
  return (document) => {
    const plain = plainKey(document, paths)
    if (plain) return plain
    const { tuples } = indexKeys(document, paths, parallelInSort)
    let best = tuples[0] as SortKey
    for (const tuple of tuples) if (compareKeys(tuple, best, order) < 0) best = tuple
    return best
  }
}

/** Sorts as MongoDB does; equal documents keep their order. */
export function sortBy<T>(
  items: readonly T[],
  order: SortOrder,
  documentOf: (item: T) => Record<string, unknown>,
): T[] {
  const keyOf = sortKeyReader(order)
  return items
    .map((item) => ({ item, key: keyOf(documentOf(item)) }))
    .sort((left, right) => compareKeys(left.key, right.key, order))
    .map(({ item }) => item)
}

/** As `sortBy`, for documents themselves. */
export function sortDocuments<T extends Record<string, unknown>>(
  documents: T[],
  order: SortOrder,
): T[] {
  return order.length === 0 ? documents : sortBy(documents, order, (document) => document)
}
