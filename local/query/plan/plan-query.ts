import { compareValues } from '../../ground/compare-values'
import type { Collection } from '../../engine/collection'
import type { Interval } from '../../engine/index/index-interval'
import type { SortedIndex } from '../../engine/index/sorted-index'
import { rangesFor } from '../../geo/cells'
import { typeRank } from '../../ground/compare-values'
import type { Filter } from '../compile-filter'
import type { Near } from '../near-query'
import type { IndexPlan, Plan } from './plan'
import { combine, considerIndex, equalLists } from './plan-index'
import type { Candidate } from './plan-index'
import { readConstraints } from './read-constraints'
import type { Constraints } from './read-constraints'
import type { SortOrder } from '../sort-documents'

const CELL_RANK = typeRank(0)

const rank = ({ plan, equalKeys, ranged }: Candidate) =>
  (plan.covered ? 1000 : 0) + equalKeys * 10 + (ranged ? 5 : 0) + (plan.sorted ? 2 : 0)

/** Keys of a geo index before its geo key, when the filter gives values for all of them; else null. */
function prefixesBefore(index: SortedIndex, path: string, constraints: Constraints) {
  const { keys, geo } = index.definition
  if (!geo?.includes(path)) return null
  const place = keys.findIndex(([key]) => key === path)
  const lists = equalLists(index, constraints)
  return lists.length === place ? combine(lists) : null
}

function considerGeo(
  index: SortedIndex,
  constraints: Constraints,
  order: SortOrder,
): Candidate | null {
  for (const [path, boxes] of constraints.geo) {
    const prefixes = prefixesBefore(index, path, constraints)
    if (!prefixes) continue
    const ranges = boxes && rangesFor(boxes, index.cellLevels)
    const intervals = prefixes.flatMap((equal): Interval[] => {
      if (!ranges) return [{ equal }]
      return ranges.map(([low, high]) => ({ equal, range: cellRange(low, high) }))
    })
    const plan: IndexPlan = {
      kind: 'index',
      index,
      intervals,
      reverse: false,
      covered: true,
      sorted: order.length === 0,
      exact: false,
    }
    return { plan, equalKeys: prefixes[0]?.length ?? 0, ranged: true }
  }
  return null
}

export const cellRange = (low: number, high: number) => ({
  rank: CELL_RANK,
  low: { value: low, inclusive: true },
  high: { value: high, inclusive: true },
})

function planById(constraints: Constraints, order: SortOrder): Plan | null {
  const constraint = constraints.fields.get('_id')
  if (!constraint?.equals) return null
  const ids = [...new Set(constraint.equals)].sort(compareValues)
  return {
    kind: 'ids',
    ids,
    covered: true,
    sorted: order.length === 0 || ids.length <= 1,
    exact: constraints.exact && constraints.fields.size === 1,
  }
}

const scan = (constraints: Constraints, order: SortOrder): Plan => ({
  kind: 'scan',
  covered: false,
  sorted: order.length === 0,
  exact: constraints.empty,
})

function planByIndex(collection: Collection, constraints: Constraints, order: SortOrder): Plan {
  const byId = planById(constraints, order)
  if (byId) return byId
  let best: Candidate | null = null
  const consider = (candidate: Candidate | null) => {
    if (candidate && (!best || rank(candidate) > rank(best))) best = candidate
  }
  for (const index of collection.indexes) {
    // A geo index knows only documents with a place, so it serves geo operators alone.
    if (index.definition.geo) consider(considerGeo(index, constraints, order))
    else if (speaksOf(index, constraints, order))
      consider(useful(considerIndex(index, constraints, order), order))
  }
  if (constraints.fields.has('_id') || order.some(([path]) => path === '_id'))
    consider(useful(considerIndex(collection.idIndex(), constraints, order), order))
  return (best as Candidate | null)?.plan ?? scan(constraints, order)
}

/** Whether the first key says anything of the query: another index is not worth being waited for. */
function speaksOf({ definition }: SortedIndex, { fields }: Constraints, order: SortOrder): boolean {
  const [first] = definition.keys[0] as readonly [string, number]
  return fields.has(first) || order[0]?.[0] === first
}

/** Null for an index that neither narrows the candidates nor delivers their order. */
function useful(candidate: Candidate, order: SortOrder): Candidate | null {
  const { plan, equalKeys, ranged } = candidate
  const orders = order.length > 0 && plan.sorted
  return plan.covered || equalKeys > 0 || ranged || orders ? candidate : null
}

function planNear(collection: Collection, near: Near, filter: Filter, order: SortOrder): Plan {
  const constraints = readConstraints(filter)
  let best: (Plan & { kind: 'near' }) | null = null
  for (const index of collection.indexes) {
    const prefixes = prefixesBefore(index, near.path, constraints)
    if (!prefixes) continue
    if (best && (best.prefixes[0]?.length ?? 0) >= (prefixes[0]?.length ?? 0)) continue
    const sorted = order.length === 0
    best = { kind: 'near', index, prefixes, covered: true, sorted, exact: false }
  }
  // Without a geo index every document is measured: MongoDB refuses that, and so does strict mode.
  return best ?? { ...planByIndex(collection, constraints, []), covered: false, sorted: false }
}

/**
 * Chooses how to find candidates for a filter and an order. Candidates may be too many, never too few:
 * the filter itself is still applied to each unless the plan is exact.
 * @param near the filter's near operator, which `filter` no longer holds
 */
export function planQuery(
  collection: Collection,
  filter: Filter,
  order: SortOrder,
  near: Near | null = null,
): Plan {
  if (near) return planNear(collection, near, filter, order)
  const constraints = readConstraints(filter)
  const plan = planByIndex(collection, constraints, order)
  const [branches] = constraints.alternatives
  if (plan.covered || !branches || branches.length === 0) return plan
  // A `$or` is found branch by branch when every branch, with what surrounds it, has an index of its own.
  const plans = branches.map((branch) =>
    planByIndex(collection, readConstraints({ $and: [filter, branch] }), order),
  )
  if (plans.some((part) => part.kind === 'scan')) return plan
  return {
    kind: 'union',
    plans,
    covered: plans.every((part) => part.covered),
    sorted: plans.every((part) => part.sorted),
    exact: false,
  }
}
