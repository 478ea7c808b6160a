import { compareValues, typeRank } from '../../ground/compare-values'
import { requestFailed } from '../../ground/cloud-error'
import { fieldCondition, negated } from './condition'
import type { Condition, ElementTest } from './condition'
import { patternTest } from './pattern-conditions'
import { isExpressionDocument } from './expression-document'

type Bound = '$gt' | '$gte' | '$lt' | '$lte'

/** Equality with a value that is no pattern; null equals a missing field. */
export function equals(wanted: unknown): ElementTest {
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return (value) => value === wanted
  if (wanted === null) return (value) => value === null || value === undefined
  const rank = typeRank(wanted)
  return (value) =>
    value !== undefined && typeRank(value) === rank && compareValues(value, wanted) === 0
}

const holds: Record<Bound, (order: number) => boolean> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
}

/** Only values of the bound's own type are compared; NaN is only ever equal to itself. */
function bounded(operator: Bound, bound: unknown): ElementTest {
  const fits = holds[operator]
  const inclusive = operator === '$gte' || operator === '$lte'
  if (Number.isNaN(bound)) return (value) => inclusive && Number.isNaN(value)
  const rank = typeRank(bound)
  return (value) =>
    typeRank(value) === rank && !Number.isNaN(value) && fits(compareValues(value, bound))
}

export const comparison =
  (operator: Bound) =>
  (path: string, bound: unknown): Condition => {
    if (bound instanceof RegExp)
      throw requestFailed(`Can't have RegEx as arg to predicate over field '${path}'.`)
    return fieldCondition(path, bounded(operator, bound))
  }

export const equality = (path: string, value: unknown): Condition =>
  fieldCondition(path, value instanceof RegExp ? samePattern(value) : equals(value))

/** `{ $eq: /x/ }` looks for a stored pattern; only `{ field: /x/ }` searches text. */
const samePattern =
  (wanted: RegExp): ElementTest =>
  (value) =>
    value instanceof RegExp && value.source === wanted.source && value.flags === wanted.flags

export function inequality(path: string, value: unknown): Condition {
  if (value instanceof RegExp) throw requestFailed("Can't have regex as arg to $ne.")
  return negated(equality(path, value))
}

/** `$in`: one of the values, or text that one of the patterns finds. */
export function membership(path: string, list: unknown, name = '$in'): Condition {
  if (!Array.isArray(list)) throw requestFailed(`${name} needs an array`)
  const plain = new Set<unknown>()
  const tests: ElementTest[] = []
  for (const item of list as unknown[]) {
    if (isExpressionDocument(item)) throw requestFailed('cannot nest $ under $in')
    if (item instanceof RegExp) tests.push(patternTest(item))
    else if (typeof item === 'string' || typeof item === 'number') plain.add(item)
    else tests.push(equals(item))
  }
  return fieldCondition(path, (value) => plain.has(value) || tests.some((test) => test(value)))
}

export const exclusion = (path: string, list: unknown) => negated(membership(path, list, '$nin'))
