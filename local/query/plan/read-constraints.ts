import { EMPTY_ARRAY, typeRank } from '../../ground/compare-values'
import { isPlainObject } from '../../ground/document'
import type { ValueRange } from '../../engine/index/index-interval'
import type { Box } from '../../geo/cells'
import type { Filter } from '../compile-filter'
import { readGeoIntersects, readGeoWithin } from '../geo-predicates'
import { literalPrefix } from './literal-prefix'

/** What a filter says about one field that an index can use. */
export interface FieldConstraint {
  /** The field equals one of these. */
  equals?: unknown[]
  range?: ValueRange
  /** How many criteria on the field were read. */
  criteria: number
}

export interface Constraints {
  fields: Map<string, FieldConstraint>
  /** Each `$or`: a list of branches. */
  alternatives: Filter[][]
  /** Fields under a geo operator, with the degrees outside of which nothing passes; null for anywhere. */
  geo: Map<string, readonly Box[] | null>
  /** Whether the filter says anything at all. */
  empty: boolean
  /** Whether `fields` says all that the filter says, as long as the fields hold no arrays. */
  exact: boolean
}

const isScalar = (value: unknown) =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date

/** Values that only themselves are equal to; null also equals a missing field, and NaN is no number to compare. */
const isPlainScalar = (value: unknown) => value !== null && isScalar(value) && !Number.isNaN(value)

const isIndexable = (value: unknown) =>
  isScalar(value) || Array.isArray(value) || isPlainObject(value)

/** Keys under which an index holds a field with this value: an array stands under its elements. */
function keysFor(value: unknown): unknown[] {
  if (!Array.isArray(value)) return [value]
  return [value.length === 0 ? EMPTY_ARRAY : (value[0] as unknown), value]
}

class ConstraintReader implements Constraints {
  readonly fields = new Map<string, FieldConstraint>()
  readonly alternatives: Filter[][] = []
  readonly geo = new Map<string, readonly Box[] | null>()
  empty = true
  exact = true

  filter(filter: Filter, prefix = ''): void {
    for (const [key, condition] of Object.entries(filter)) {
      this.empty = false
      if (key === '$and' && Array.isArray(condition)) {
        for (const part of condition) if (isPlainObject(part)) this.filter(part, prefix)
      } else if (key.startsWith('$')) {
        this.exact = false
        if (key === '$or' && Array.isArray(condition) && prefix === '')
          this.alternatives.push(condition.filter(isPlainObject))
      } else this.field(prefix + key, condition)
    }
  }

  private field(path: string, condition: unknown): void {
    if (condition instanceof RegExp) this.pattern(path, condition)
    else if (isPlainObject(condition) && Object.keys(condition).some((key) => key.startsWith('$')))
      this.operators(path, condition)
    else this.equals(path, [condition])
  }

  private operators(path: string, operators: Filter): void {
    for (const [operator, value] of Object.entries(operators)) {
      if (operator !== '$regex') this.operator(path, operator, value)
      else if (value instanceof RegExp && !operators.$options) this.pattern(path, value)
      else this.text(path, value, operators.$options)
    }
  }

  private operator(path: string, operator: string, value: unknown): void {
    switch (operator) {
      case '$eq':
        return this.equals(path, [value])
      case '$in':
        return Array.isArray(value) ? this.equals(path, value as unknown[]) : this.inexact()
      case '$gt':
      case '$gte':
        return this.bound(path, 'low', value, operator === '$gte')
      case '$lt':
      case '$lte':
        return this.bound(path, 'high', value, operator === '$lte')
      default:
        this.inexact()
        return this.loosely(path, operator, value)
    }
  }

  /** Operators that say more than what can be read from them. */
  private loosely(path: string, operator: string, value: unknown): void {
    if (operator === '$geoWithin' || operator === '$within')
      this.geo.set(path, readGeoWithin(value).boxes)
    else if (operator === '$geoIntersects') this.geo.set(path, readGeoIntersects(value).boxes)
    else if (operator === '$all' && Array.isArray(value) && isScalar(value[0]) && value.length > 0)
      this.equals(path, [value[0]])
    else if (operator === '$exists' && (value === false || value === 0)) this.equals(path, [null])
    else if (operator === '$elemMatch' && isPlainObject(value)) this.elements(path, value)
  }

  private elements(path: string, criteria: Filter): void {
    const onValues = Object.keys(criteria).some(
      (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
    )
    if (!onValues) return this.filter(criteria, `${path}.`)
    this.operators(path, criteria)
  }

  private pattern(path: string, pattern: RegExp): void {
    this.inexact()
    const prefix = pattern.flags === '' ? literalPrefix(pattern.source) : null
    if (prefix !== null) this.beginsWith(path, prefix)
  }

  /** A pattern as text; with options it may mean more than its literal beginning. */
  private text(path: string, source: unknown, options: unknown): void {
    this.inexact()
    if (typeof source !== 'string' || (options !== undefined && options !== '')) return
    const prefix = literalPrefix(source)
    if (prefix !== null) this.beginsWith(path, prefix)
  }

  private beginsWith(path: string, prefix: string): void {
    this.bound(path, 'low', prefix, true)
    this.bound(path, 'high', `${prefix}\u{10ffff}`, true)
  }

  private inexact(): void {
    this.exact = false
  }

  private constraint(path: string): FieldConstraint {
    let constraint = this.fields.get(path)
    if (!constraint) this.fields.set(path, (constraint = { criteria: 0 }))
    constraint.criteria += 1
    return constraint
  }

  private equals(path: string, values: unknown[]): void {
    if (!values.every(isIndexable)) return this.inexact()
    if (!values.every(isPlainScalar)) this.inexact()
    const constraint = this.constraint(path)
    if (constraint.criteria > 1) this.inexact()
    const keys = values.flatMap(keysFor)
    if (!constraint.equals || keys.length < constraint.equals.length) constraint.equals = keys
  }

  private bound(path: string, side: 'low' | 'high', value: unknown, inclusive: boolean): void {
    // What compares with null, NaN, arrays and objects is left to the filter itself.
    if (!isPlainScalar(value)) return this.inexact()
    const constraint = this.constraint(path)
    const rank = typeRank(value)
    constraint.range ??= { rank }
    // Bounds of two types cannot both hold; the first stays and the filter decides.
    if (constraint.equals || constraint.range.rank !== rank || constraint.range[side])
      return this.inexact()
    constraint.range[side] = { value, inclusive }
  }
}

/** NaN sorts below every number, but no comparison with a number finds it. */
function withoutNaN({ range }: FieldConstraint): void {
  if (range && typeof range.high?.value === 'number')
    range.low ??= { value: -Infinity, inclusive: true }
}

/** Reads from a filter what indexes can preselect by. Everything else is left to the filter itself. */
export function readConstraints(filter: Filter): Constraints {
  const reader = new ConstraintReader()
  reader.filter(filter)
  for (const constraint of reader.fields.values()) withoutNaN(constraint)
  return reader
}
