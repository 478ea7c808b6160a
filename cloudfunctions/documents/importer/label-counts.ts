import type { Label } from './label'
import type { LabelField } from './label-field'
import { core, perMeasure } from './measure-labels'
import { firstWhere } from './search-sorted'

const counted: LabelField[] = [...core, ...perMeasure]

/** A task prints what it is about once; units and deadlines may stand at every measure. */
const coreWeight = 2
const weights = counted.map((field) => (core.has(field) ? coreWeight : 0.5))

/** How often each field is printed up to each label: how well a piece of text holds one task. */
export class LabelCounts {
  private readonly starts: number[]
  private readonly sums: number[][]

  constructor(labels: readonly Label[]) {
    const telling = labels.filter(
      ({ field, bracketed, item, level }) =>
        !bracketed && !item && level === null && counted.includes(field),
    )
    this.starts = telling.map(({ start }) => start)
    this.sums = counted.map((field) => {
      let sum = 0
      return [0, ...telling.map((label) => (sum += label.field === field ? 1 : 0))]
    })
  }

  /** How many labels stand before `at`: the place that the other questions ask with. */
  before(at: number): number {
    return firstWhere(this.starts, (start) => start >= at)
  }

  /**
   * The weight of fields that are printed again between two places.
   * @param pieces that each may print a field once
   */
  repeated(from: number, to: number, pieces = 1): number {
    let cost = 0
    // Asked for every two places that may be neighbours: no closure.
    for (let field = 0; field < this.sums.length; field += 1) {
      const sum = this.sums[field] ?? []
      const times = (sum[to] ?? 0) - (sum[from] ?? 0)
      if (times > pieces) cost += (times - pieces) * (weights[field] ?? 0)
    }
    return cost
  }

  /** Whether a field that no single measure has of its own is printed between two places. */
  tells(from: number, to: number): boolean {
    return this.sums.some(
      (sum, field) => weights[field] === coreWeight && (sum[to] ?? 0) > (sum[from] ?? 0),
    )
  }

  /** The weight of all fields between two places. */
  held(from: number, to: number): number {
    return this.sums.reduce(
      (cost, sum, field) => cost + ((sum[to] ?? 0) - (sum[from] ?? 0)) * (weights[field] ?? 0),
      0,
    )
  }
}
