import { compareValues } from '../../ground/compare-values'
import type { Interval, ValueRange } from '../../engine/index/index-interval'
import type { SortedIndex } from '../../engine/index/sorted-index'
import type { IndexPlan } from './plan'
import type { Constraints, FieldConstraint } from './read-constraints'
import type { SortOrder } from '../sort-documents'

/** Combinations of `$in` lists beyond the first key; more are left to the filter. */
const MOST_INTERVALS = 1000

/** An index considered for a query. */
export interface Candidate {
  plan: IndexPlan
  equalKeys: number
  ranged: boolean
}

export function combine(lists: readonly unknown[][]): unknown[][] {
  return lists.reduce<unknown[][]>(
    (tuples, list) => tuples.flatMap((tuple) => list.map((value) => [...tuple, value])),
    [[]],
  )
}

/** The values in order, each once. */
function distinct(values: readonly unknown[]): unknown[] {
  const sorted = [...values].sort(compareValues)
  return sorted.filter((value, i) => i === 0 || compareValues(value, sorted[i - 1]) !== 0)
}

/**
 * Lists of values that the leading keys must equal.
 * Two paths through one array are in one index only under the same element, while a filter may find them in
 * two: so values are given for one of them at most.
 */
export function equalLists(index: SortedIndex, constraints: Constraints): unknown[][] {
  const lists: unknown[][] = []
  let product = 1
  let throughArray = false
  for (const [position, [path]] of index.definition.keys.entries()) {
    if (index.definition.geo?.includes(path)) break
    const equals = constraints.fields.get(path)?.equals
    if (!equals || (index.multikey[position] && throughArray)) break
    const list = distinct(equals)
    // `a.0.b` is also looked for in the embedded documents of an array, where it is missing: no key says so.
    if (list.includes(null) && /\.\d/.test(path)) break
    if (position > 0 && product * list.length > MOST_INTERVALS) break
    product *= list.length
    throughArray ||= index.multikey[position] === true
    lists.push(list)
  }
  return lists
}

/** Direction in which the index delivers `order` after its first `fixed` keys: 1, -1, or 0 when it does not. */
function deliveredDirection(index: SortedIndex, fixed: number, order: SortOrder): 1 | -1 | 0 {
  const { keys } = index.definition
  const fixedPaths = keys.slice(0, fixed).map(([path]) => path)
  let position = fixed
  let direction: 1 | -1 | 0 = 0
  for (const [path, wanted] of order) {
    if (fixedPaths.includes(path)) continue
    const key = keys[position]
    if (!key || key[0] !== path) return 0
    const step = key[1] === wanted ? 1 : -1
    if (direction !== 0 && direction !== step) return 0
    direction = step
    position += 1
  }
  return direction === 0 ? 1 : direction
}

function rangeFor(
  index: SortedIndex,
  position: number,
  constraint: FieldConstraint | undefined,
): ValueRange | undefined {
  const range = constraint?.range
  if (!range) return undefined
  const multikey = index.multikey[position] === true
  if (multikey && index.multikey.slice(0, position).includes(true)) return undefined
  // Two elements of one array may satisfy the two bounds: only one bound may be used there.
  if (multikey && range.low && range.high) return { rank: range.rank, low: range.low }
  return range
}

/**
 * Whether a scan meets each document first where it sorts. An array sorts by its smallest or largest element:
 * the scan meets that one first only when it is not kept to some of the elements.
 */
function arraysInOrder(index: SortedIndex, bounded: number, order: SortOrder): boolean {
  if (!index.isMultikey) return true
  const arrays = index.definition.keys.filter((_key, position) => index.multikey[position])
  const ordersByArray = order.some(([path]) => arrays.some(([array]) => array === path))
  return !ordersByArray || !index.multikey.slice(0, bounded).includes(true)
}

/** What this index could do for the query. */
export function considerIndex(
  index: SortedIndex,
  constraints: Constraints,
  order: SortOrder,
): Candidate {
  const { keys } = index.definition
  const lists = equalLists(index, constraints)
  const equalKeys = lists.length
  const next = keys[equalKeys]
  const range = next && rangeFor(index, equalKeys, constraints.fields.get(next[0]))
  const bounded = equalKeys + (range ? 1 : 0)
  const direction = deliveredDirection(index, equalKeys, order)
  const intervals: Interval[] = combine(lists).map((equal) =>
    range ? { equal, range } : { equal },
  )
  const selective = bounded > 0 || (constraints.empty && order.length > 0)
  return {
    equalKeys,
    ranged: range !== undefined,
    plan: {
      kind: 'index',
      index,
      intervals,
      reverse: direction === -1,
      covered: selective && direction !== 0,
      sorted: order.length === 0 || (direction !== 0 && arraysInOrder(index, bounded, order)),
      exact:
        constraints.exact &&
        constraints.fields.size === bounded &&
        !index.multikey.slice(0, bounded).includes(true),
    },
  }
}
