import { isPlainObject } from '../engine/document'
import { typeRank } from '../engine/compare-values'
import type { ValueRange } from '../engine/sorted-index'
import type { Filter } from './compile-filter'

/** What a filter says about one field that an index can use. */
export interface FieldConstraint {
  /** The field equals one of these. */
  equals?: unknown[]
  range?: ValueRange
}

export interface Constraints {
  fields: Map<string, FieldConstraint>
  /** Each `$or`: a list of branches. */
  alternatives: Filter[][]
  /** Fields under a geo operator: a 2dsphere index covers them. */
  geo: Set<string>
  /** Whether the filter says anything at all. */
  empty: boolean
}

const indexable = (value: unknown) =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date

const GEO = ['$near', '$nearSphere', '$geoWithin', '$geoIntersects']

/** Literal beginning of a case-sensitive anchored pattern; null when there is none. */
function literalPrefix(pattern: RegExp): string | null {
  if (pattern.flags !== '' || !pattern.source.startsWith('^')) return null
  const match = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|/-])+)/.exec(pattern.source)
  const raw = match?.[1]
  if (!raw || pattern.source.includes('|')) return null
  // A quantifier after the last literal makes that character optional.
  const next = pattern.source[raw.length + 1]
  const literal = raw.replace(/\\(.)/g, '$1')
  const sure = next !== undefined && '*?{'.includes(next) ? literal.slice(0, -1) : literal
  return sure || null
}

function narrowEquals(constraint: FieldConstraint, values: unknown[]): void {
  if (!constraint.equals || values.length < constraint.equals.length) constraint.equals = values
}

function narrowRange(
  constraint: FieldConstraint,
  side: 'low' | 'high',
  value: unknown,
  inclusive: boolean,
): void {
  const rank = typeRank(value)
  constraint.range ??= { rank }
  // Bounds of two types cannot both hold; the first stays and the filter itself decides.
  if (constraint.range.rank === rank) constraint.range[side] ??= { value, inclusive }
}

function readOperators(path: string, operators: Filter, out: Constraints): void {
  const constraint = out.fields.get(path) ?? {}
  for (const [operator, value] of Object.entries(operators)) {
    if (GEO.includes(operator)) out.geo.add(path)
    if (operator === '$eq' && indexable(value)) narrowEquals(constraint, [value])
    else if (operator === '$in' && Array.isArray(value) && value.every(indexable))
      narrowEquals(constraint, value as unknown[])
    else if (
      operator === '$all' &&
      Array.isArray(value) &&
      value.length > 0 &&
      value.every(indexable)
    ) {
      narrowEquals(constraint, [value[0] as unknown])
    } else if (operator === '$exists' && (value === false || value === 0))
      narrowEquals(constraint, [null])
    else if (operator === '$gt' && indexable(value)) narrowRange(constraint, 'low', value, false)
    else if (operator === '$gte' && indexable(value)) narrowRange(constraint, 'low', value, true)
    else if (operator === '$lt' && indexable(value)) narrowRange(constraint, 'high', value, false)
    else if (operator === '$lte' && indexable(value)) narrowRange(constraint, 'high', value, true)
    else if (operator === '$elemMatch' && isPlainObject(value)) {
      const onValues = Object.keys(value).some(
        (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
      )
      if (onValues) readOperators(path, value, out)
      else readFilter(value, out, `${path}.`)
    }
  }
  const known = out.fields.get(path)
  if (known && known !== constraint) Object.assign(known, constraint)
  else if (constraint.equals || constraint.range) out.fields.set(path, constraint)
}

function readField(path: string, condition: unknown, out: Constraints): void {
  if (condition instanceof RegExp) {
    const prefix = literalPrefix(condition)
    if (prefix === null) return
    const constraint = out.fields.get(path) ?? {}
    narrowRange(constraint, 'low', prefix, true)
    narrowRange(constraint, 'high', `${prefix}\u{10ffff}`, true)
    out.fields.set(path, constraint)
  } else if (
    isPlainObject(condition) &&
    Object.keys(condition).some((key) => key.startsWith('$'))
  ) {
    readOperators(path, condition, out)
  } else if (indexable(condition)) {
    readOperators(path, { $eq: condition }, out)
  }
}

function readFilter(filter: Filter, out: Constraints, prefix = ''): void {
  for (const [key, condition] of Object.entries(filter)) {
    out.empty = false
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlainObject(part)) readFilter(part, out, prefix)
    } else if (key === '$or' && Array.isArray(condition) && prefix === '') {
      out.alternatives.push(condition.filter(isPlainObject))
    } else if (!key.startsWith('$')) {
      readField(prefix + key, condition, out)
    }
  }
}

/** Reads from a filter what indexes can preselect by. Everything else is left to the filter itself. */
export function readConstraints(filter: Filter): Constraints {
  const out: Constraints = { fields: new Map(), alternatives: [], geo: new Set(), empty: true }
  readFilter(filter, out)
  return out
}
