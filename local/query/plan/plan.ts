import type { Interval } from '../../engine/index/index-interval'
import type { SortedIndex } from '../../engine/index/sorted-index'

interface Properties {
  /** Whether a declared index serves the query; strict mode refuses what none does. */
  covered: boolean
  /** Whether candidates come in the wanted order. */
  sorted: boolean
  /** Whether every candidate is a match, so that the filter need not be tested. */
  exact: boolean
}

/** How the candidates of a query are found. */
export type Plan = Properties &
  (
    | { kind: 'ids'; ids: unknown[] }
    | { kind: 'index'; index: SortedIndex; intervals: Interval[]; reverse: boolean }
    /** Outwards from a point: the values of the keys before the geo key, one list for each combination. */
    | { kind: 'near'; index: SortedIndex; prefixes: unknown[][] }
    | { kind: 'union'; plans: Plan[] }
    | { kind: 'scan' }
  )

export type IndexPlan = Plan & { kind: 'index' }
export type NearPlan = Plan & { kind: 'near' }

/** A plan in a few words, for people. */
export function planText(plan: Plan): string {
  switch (plan.kind) {
    case 'ids':
      return 'by id'
    case 'index':
      return `index ${plan.index.definition.name}`
    case 'near':
      return `outwards by index ${plan.index.definition.name}`
    case 'union':
      return `any of: ${plan.plans.map(planText).join('; ')}`
    case 'scan':
      return 'scan'
  }
}
