import { compareValues } from '../engine/compare-values'
import type { Collection } from '../engine/collection'
import type { Interval, SortedIndex } from '../engine/sorted-index'
import type { Filter } from './compile-filter'
import { readConstraints } from './read-constraints'
import type { Constraints, FieldConstraint } from './read-constraints'
import type { SortOrder } from './sort-documents'

/** How the candidates of a query are found. `sorted` = they come in the wanted order. */
export type Plan = { covered: boolean; sorted: boolean } & (
  | { kind: 'ids'; ids: unknown[] }
  | { kind: 'index'; index: SortedIndex; intervals: Interval[]; reverse: boolean }
  | { kind: 'union'; plans: Plan[] }
  | { kind: 'scan' }
)

/** More combinations of `$in` lists than this are looked up by the leading field only. */
const MOST_INTERVALS = 1000

interface Candidate {
  plan: Plan & { kind: 'index' }
  equalKeys: number
  ranged: boolean
}

function combine(lists: unknown[][]): unknown[][] {
  return lists.reduce<unknown[][]>(
    (tuples, list) => tuples.flatMap((tuple) => list.map((value) => [...tuple, value])),
    [[]],
  )
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
): Interval['range'] {
  const range = constraint?.range
  if (!range) return undefined
  // Two elements of one array may satisfy the two bounds: only one bound may be used there.
  if (index.multikey[position] && range.low && range.high)
    return { rank: range.rank, low: range.low }
  return range
}

function considerIndex(index: SortedIndex, constraints: Constraints, order: SortOrder): Candidate {
  const { keys } = index.definition
  const lists: unknown[][] = []
  let product = 1
  for (const [path] of keys) {
    const equals = constraints.fields.get(path)?.equals
    if (!equals || product * equals.length > MOST_INTERVALS) break
    product *= equals.length
    lists.push(equals)
  }
  const equalKeys = lists.length
  const next = keys[equalKeys]
  const range = next ? rangeFor(index, equalKeys, constraints.fields.get(next[0])) : undefined
  const direction = deliveredDirection(index, equalKeys, order)
  const intervals = combine(lists).map((equal) => (range ? { equal, range } : { equal }))
  const selective = equalKeys > 0 || range !== undefined || (constraints.empty && order.length > 0)
  return {
    equalKeys,
    ranged: range !== undefined,
    plan: {
      kind: 'index',
      index,
      intervals,
      reverse: direction === -1,
      covered: selective && direction !== 0,
      // Several intervals, or one document under several keys, come in no order of their own.
      sorted:
        order.length === 0 || (direction !== 0 && intervals.length === 1 && !index.isMultikey),
    },
  }
}

const rank = ({ plan, equalKeys, ranged }: Candidate) =>
  (plan.covered ? 1000 : 0) + equalKeys * 10 + (ranged ? 5 : 0) + (plan.sorted ? 2 : 0)

function planById(constraints: Constraints, order: SortOrder): Plan | null {
  const ids = constraints.fields.get('_id')?.equals
  if (!ids) return null
  const sorted = [...new Set(ids)].sort(compareValues)
  return { kind: 'ids', ids: sorted, covered: true, sorted: order.length === 0 || ids.length === 1 }
}

function planByIndex(collection: Collection, constraints: Constraints, order: SortOrder): Plan {
  const byId = planById(constraints, order)
  if (byId) return byId
  const indexes = [...collection.indexes]
  if (constraints.fields.has('_id') || order.some(([path]) => path === '_id'))
    indexes.push(collection.idIndex())
  let best: Candidate | null = null
  for (const index of indexes) {
    const candidate = considerIndex(index, constraints, order)
    if (!candidate.plan.covered && candidate.equalKeys === 0 && !candidate.ranged) continue
    if (!best || rank(candidate) > rank(best)) best = candidate
  }
  if (best?.plan.covered) return best.plan
  const geo = [...constraints.geo].some((field) => collection.geoFields.has(field))
  if (geo) return { kind: 'scan', covered: true, sorted: order.length === 0 }
  return best?.plan ?? { kind: 'scan', covered: false, sorted: order.length === 0 }
}

/**
 * Chooses how to find candidates for a filter and an order. Candidates may be too many, never too few:
 * the filter itself is still applied to each.
 */
export function planQuery(collection: Collection, filter: Filter, order: SortOrder): Plan {
  const constraints = readConstraints(filter)
  const plan = planByIndex(collection, constraints, order)
  const [branches] = constraints.alternatives
  if (plan.covered || !branches || branches.length === 0) return plan
  // A `$or` is found branch by branch when every branch, with what surrounds it, has an index of its own.
  const plans = branches.map((branch) =>
    planByIndex(collection, readConstraints({ $and: [filter, branch] }), order),
  )
  if (plans.some((part) => part.kind === 'scan' && !part.covered)) return plan
  return {
    kind: 'union',
    plans,
    covered: plans.every((part) => part.covered),
    sorted: order.length === 0,
  }
}
