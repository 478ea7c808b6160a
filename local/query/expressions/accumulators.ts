import { compareValues } from '../../ground/compare-values'
import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { isNullish } from './expression'
import { setField } from './objects'
import { valueKey } from './ordering'
import { ExactSum } from './sums'
import { typeName } from '../../ground/bson-types'
import { valueText } from './value-text'

/** Gathers values one by one. A missing value arrives as undefined. */
export interface Accumulator {
  add: (value: unknown) => void
  /** undefined when there is nothing to give */
  result: () => unknown
}

function sum(): Accumulator {
  const total = new ExactSum()
  return {
    add: (value) => {
      if (typeof value === 'number') total.add(value)
    },
    result: () => total.total,
  }
}

function average(): Accumulator {
  const total = new ExactSum()
  let count = 0
  return {
    add: (value) => {
      if (typeof value !== 'number') return
      total.add(value)
      count += 1
    },
    result: () => (count === 0 ? null : total.total / count),
  }
}

/** The smallest (-1) or largest (1) value; null and missing do not take part. */
const extreme = (direction: 1 | -1) => (): Accumulator => {
  let best: unknown = null
  return {
    add: (value) => {
      if (isNullish(value)) return
      if (best === null || compareValues(value, best) * direction > 0) best = value
    },
    result: () => best,
  }
}

function first(): Accumulator {
  let seen = false
  let value: unknown
  return {
    add: (next) => {
      if (!seen) value = next
      seen = true
    },
    result: () => value,
  }
}

function last(): Accumulator {
  let value: unknown
  return {
    add: (next) => {
      value = next
    },
    result: () => value,
  }
}

function push(): Accumulator {
  const values: unknown[] = []
  return {
    add: (value) => {
      if (value !== undefined) values.push(value)
    },
    result: () => values,
  }
}

function addToSet(): Accumulator {
  const values = new Map<unknown, unknown>()
  return {
    add: (value) => {
      if (value === undefined) return
      const key = valueKey(value)
      if (!values.has(key)) values.set(key, value)
    },
    result: () => [...values.values()],
  }
}

/** Welford's method, as in the server; a sample of one has no deviation. */
const deviation = (sample: boolean) => (): Accumulator => {
  let count = 0
  let mean = 0
  let squares = 0
  return {
    add: (value) => {
      if (typeof value !== 'number') return
      count += 1
      const delta = value - mean
      mean += delta / count
      squares += delta * (value - mean)
    },
    result: () => {
      const divisor = sample ? count - 1 : count
      return divisor <= 0 ? null : Math.sqrt(squares / divisor)
    },
  }
}

function mergeObjects(): Accumulator {
  const merged: Record<string, unknown> = {}
  return {
    add: (value) => {
      if (isNullish(value)) return
      if (!isPlainObject(value)) {
        throw requestFailed(
          `$mergeObjects requires object inputs, but input ${valueText(value)} is of type ${typeName(value)}`,
        )
      }
      for (const key of Object.keys(value)) setField(merged, key, value[key])
    },
    result: () => merged,
  }
}

export const accumulators: ReadonlyMap<string, () => Accumulator> = new Map([
  ['$sum', sum],
  ['$avg', average],
  ['$min', extreme(-1)],
  ['$max', extreme(1)],
  ['$first', first],
  ['$last', last],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$stdDevPop', deviation(false)],
  ['$stdDevSamp', deviation(true)],
  ['$mergeObjects', mergeObjects],
])
