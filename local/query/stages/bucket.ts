import { typeRank } from '../../ground/compare-values'
import { isPlainObject } from '../../ground/document'
import type { Document } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { isOperatorObject } from '../expressions/compile-expression'
import type { Scope } from '../expressions/expression'
import { compareInExpressions } from '../expressions/ordering'
import { bsonText } from '../../ground/bson-text'
import { typeName } from '../../ground/bson-types'
import { valueText } from '../expressions/value-text'
import { collectGroups, compileAccumulation, finishGroup } from './accumulation'
import type { Stage, StageCompiler } from './stage'

const COUNT = { count: { $sum: 1 } }

function constantOf(value: unknown, scope: Scope, refusal: () => string): unknown {
  const compiled = scope.operand(value)
  if (!compiled.constant) throw requestFailed(refusal())
  return compiled.run({ root: {}, slots: [] })
}

function readBoundaries(value: unknown, scope: Scope): unknown[] {
  if (!Array.isArray(value)) {
    throw requestFailed(
      `The $bucket 'boundaries' field must be an array, but found type: ${typeName(value)}.`,
    )
  }
  const all = value.map((item: unknown) =>
    constantOf(
      item,
      scope,
      () =>
        `The $bucket 'boundaries' field must be an array of constant values, but found value: ${bsonText(item)}.`,
    ),
  )
  if (all.length < 2) {
    throw requestFailed(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${all.length} value(s).`,
    )
  }
  for (let i = 1; i < all.length; i++) {
    const [lower, upper] = [all[i - 1], all[i]]
    if (typeRank(lower) !== typeRank(upper)) {
      throw requestFailed(
        `All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(lower)} and ${typeName(upper)}.`,
      )
    }
    if (compareInExpressions(lower, upper) >= 0) {
      throw requestFailed(
        `The 'boundaries' option to $bucket must be sorted, but elements ${i - 1} and ${i} are not in ascending order (${valueText(lower)} is not less than ${valueText(upper)}).`,
      )
    }
  }
  return all
}

interface Buckets {
  boundaries: unknown[]
  fallback?: { value: unknown }
}

function readDefault(specification: Document, boundaries: unknown[], scope: Scope): Buckets {
  if (!Object.hasOwn(specification, 'default')) return { boundaries }
  const value = constantOf(
    specification.default,
    scope,
    () =>
      `The $bucket 'default' field must be a constant expression, but found: ${bsonText(specification.default)}.`,
  )
  const sameType = typeRank(value) === typeRank(boundaries[0])
  const outside =
    compareInExpressions(value, boundaries[0]) < 0 ||
    compareInExpressions(value, boundaries.at(-1)) >= 0
  if (sameType && !outside) {
    throw requestFailed(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    )
  }
  return { boundaries, fallback: { value } }
}

/** The lower bound of the bucket that a value falls into. */
function bucketOf(value: unknown, { boundaries, fallback }: Buckets): unknown {
  let low = 0
  let high = boundaries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareInExpressions(value, boundaries[middle]) >= 0) low = middle + 1
    else high = middle
  }
  if (low > 0 && low < boundaries.length) return boundaries[low - 1]
  if (fallback) return fallback.value
  throw requestFailed(
    '$switch could not find a matching branch for an input, and no default was specified.',
  )
}

const KNOWN = ['groupBy', 'boundaries', 'default', 'output']

function checkOptions(specification: unknown): Document {
  if (!isPlainObject(specification)) {
    throw requestFailed(
      `Argument to $bucket stage must be an object, but found type: ${typeName(specification)}.`,
    )
  }
  for (const key of Object.keys(specification))
    if (!KNOWN.includes(key)) throw requestFailed(`Unrecognized option to $bucket: ${key}.`)
  const { groupBy, boundaries, output } = specification
  const isPath = typeof groupBy === 'string' && groupBy.startsWith('$')
  if (groupBy !== undefined && !isPath && !isOperatorObject(groupBy)) {
    throw requestFailed(
      `The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${bsonText(groupBy)}.`,
    )
  }
  if (output !== undefined && !isPlainObject(output)) {
    throw requestFailed(
      `The $bucket 'output' field must be an object, but found type: ${typeName(output)}.`,
    )
  }
  if (groupBy === undefined || boundaries === undefined)
    throw requestFailed("$bucket requires 'groupBy' and 'boundaries' to be specified.")
  return specification
}

/** `$bucket`: groups by ranges; empty buckets do not show. */
export const bucket: StageCompiler = (specification, { scope, request: { frame } }) => {
  const options = checkOptions(specification)
  const value = scope.operand(options.groupBy)
  const buckets = readDefault(options, readBoundaries(options.boundaries, scope), scope)
  const accumulation = compileAccumulation((options.output as Document | undefined) ?? COUNT, scope)
  const run: Stage = function* (documents) {
    const groups = collectGroups(documents, accumulation, frame, () =>
      bucketOf(value.run(frame), buckets),
    )
    groups.sort((left, right) => compareInExpressions(left.key, right.key))
    for (const { key, values } of groups) yield finishGroup(accumulation, values, key)
  }
  return run
}
