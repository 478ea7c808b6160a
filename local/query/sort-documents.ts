import { compareValues } from '../engine/compare-values'
import { fieldValues } from '../engine/field-values'
import { requestFailed } from '../wire/cloud-error'

export type SortOrder = ReadonlyArray<readonly [path: string, direction: 1 | -1]>

/** @throws CloudError when a direction is not 1 or -1 */
export function readOrder(value: Record<string, unknown>): SortOrder {
  return Object.entries(value).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed(`bad sort specification for ${path}`)
    return [path, direction] as const
  })
}

/** What a field sorts by: an array sorts by its smallest value ascending and its largest descending. */
function sortKey(document: Record<string, unknown>, path: string, direction: 1 | -1): unknown {
  const { values } = fieldValues(document, path)
  let best = values[0]
  for (const value of values) if (compareValues(value, best) * direction < 0) best = value
  return best
}

/** Sorts as MongoDB does; equal documents keep their order. */
export function sortDocuments<T extends Record<string, unknown>>(
  documents: T[],
  order: SortOrder,
): T[] {
  if (order.length === 0) return documents
  const keyed = documents.map((document) => ({
    document,
    keys: order.map(([path, direction]) => sortKey(document, path, direction)),
  }))
  keyed.sort((left, right) => {
    for (let i = 0; i < order.length; i++) {
      const compared = compareValues(left.keys[i], right.keys[i])
      if (compared !== 0) return compared * (order[i] as readonly [string, number])[1]
    }
    return 0
  })
  return keyed.map(({ document }) => document)
}
