import type { QueryRecord } from '../query/find-documents'

/** All queries of one shape. */
export interface QueryTotals {
  shape: string
  operation: string
  /** How the latest of them was found. */
  plan: string
  times: number
  totalMs: number
  worstMs: number
  /** Of the one that read most. */
  examined: number
  /** Of all of them together. */
  totalExamined: number
  returned: number
}

/** More shapes than an application has; a program that makes new ones for ever must not fill the memory. */
const MOST_SHAPES = 500

/** What queries cost, by their shape. */
export class QueryLog {
  private readonly shapes = new Map<string, QueryTotals>()

  readonly add = (record: QueryRecord): void => {
    const { shape, operation, plan, ms, examined, returned } = record
    const key = `${operation} ${shape}`
    const known = this.shapes.get(key)
    if (!known) {
      if (this.shapes.size >= MOST_SHAPES) return
      const totals = { times: 1, totalMs: ms, worstMs: ms, totalExamined: examined }
      this.shapes.set(key, { shape, operation, plan, examined, returned, ...totals })
      return
    }
    known.times += 1
    known.totalMs += ms
    known.totalExamined += examined
    known.plan = plan
    known.worstMs = Math.max(known.worstMs, ms)
    if (examined >= known.examined) Object.assign(known, { examined, returned })
  }

  /** Those that took longest at their worst first. */
  list(): QueryTotals[] {
    return [...this.shapes.values()].sort((left, right) => right.worstMs - left.worstMs)
  }
}
