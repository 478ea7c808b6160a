import { compareValues, typeRank } from '../../ground/compare-values'

export interface Bound {
  value: unknown
  inclusive: boolean
}

/** Values of one type between two bounds, as MongoDB brackets comparisons by type. */
export interface ValueRange {
  rank: number
  low?: Bound
  high?: Bound
}

/** A contiguous stretch of an index: equal leading values, then optionally a range on the next key. */
export interface Interval {
  equal: readonly unknown[]
  range?: ValueRange
}

/** Negative below the range, zero inside, positive above. */
export function rangePosition(value: unknown, range: ValueRange): number {
  const rank = typeRank(value)
  if (rank !== range.rank) return rank - range.rank
  if (range.low) {
    const order = compareValues(value, range.low.value)
    if (order < 0 || (order === 0 && !range.low.inclusive)) return -1
  }
  if (range.high) {
    const order = compareValues(value, range.high.value)
    if (order > 0 || (order === 0 && !range.high.inclusive)) return 1
  }
  return 0
}
