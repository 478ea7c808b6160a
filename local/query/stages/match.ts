import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { asRequestFailure } from '../compile-filter'
import type { Filter } from '../compile-filter'
import { expressionTest } from '../evaluate-condition'
import type { Evaluate, Frame, Scope } from '../expressions/expression'
import { parseFilter } from '../filter/parse-filter'
import type { StageCompiler, StageContext } from './stage'

/** A filter of an aggregation. */
export interface Match {
  /** The filter for finding documents; tests stand in place of its expressions. */
  filter: Filter
  test: (document: Filter) => boolean
  /** Fields that an expression compares with a value known before any document is read. */
  equals: Array<{ path: string; value: Evaluate }>
}

const OPERATOR_LISTS = ['$and', '$or', '$nor']

/** Puts a test in the place of each `$expr`: only here are the variables known that it may name. */
function bindExpressions(filter: Filter, scope: Scope, frame: Frame): Filter {
  const bound: Filter = {}
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$expr' && typeof value !== 'function')
      bound[key] = expressionTest(scope.operand(value), frame)
    else if (OPERATOR_LISTS.includes(key) && Array.isArray(value)) {
      bound[key] = value.map((part: unknown) =>
        isPlainObject(part) ? bindExpressions(part, scope, frame) : part,
      )
    } else bound[key] = value
  }
  return bound
}

const isFieldPath = (value: unknown): value is string =>
  typeof value === 'string' && /^\$[^$]/.test(value)

/** Whether an operand says the same for every document: a constant, or a variable from outside. */
const isGiven = (value: unknown, scope: Scope): boolean =>
  typeof value === 'string' && value.startsWith('$$')
    ? scope.slotOf(value.slice(2).split('.')[0] as string) !== undefined
    : scope.operand(value).constant

function equalsIn(expression: unknown, scope: Scope): Match['equals'] {
  if (!isPlainObject(expression)) return []
  if (Array.isArray(expression.$and))
    return expression.$and.flatMap((part: unknown) => equalsIn(part, scope))
  if (!Array.isArray(expression.$eq)) return []
  const [left, right] = expression.$eq as unknown[]
  for (const [field, value] of [
    [left, right],
    [right, left],
  ]) {
    if (isFieldPath(field) && !isFieldPath(value) && isGiven(value, scope))
      return [{ path: field.slice(1), value: scope.operand(value).run }]
  }
  return []
}

function equalsOf(filter: Filter, scope: Scope): Match['equals'] {
  return Object.entries(filter).flatMap(([key, value]) => {
    if (key === '$expr') return equalsIn(value, scope)
    if (key !== '$and' || !Array.isArray(value)) return []
    return value.flatMap((part: unknown) => (isPlainObject(part) ? equalsOf(part, scope) : []))
  })
}

/** @throws CloudError for a malformed filter, and for `$near`, which has no place in `$match` */
export function compileMatch(
  specification: unknown,
  { scope, request: { frame } }: StageContext,
): Match {
  if (!isPlainObject(specification))
    throw requestFailed('the match filter must be an expression in an object')
  const filter = bindExpressions(specification, scope, frame)
  try {
    const condition = parseFilter(filter, {
      nested: false,
      near: false,
      expression: (test) => test as (document: Filter) => boolean,
    })
    return {
      filter,
      test: (document) => condition.onDocument(document),
      equals: equalsOf(specification, scope),
    }
  } catch (error) {
    throw asRequestFailure(error)
  }
}

const isSimple = (value: unknown) =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  value instanceof Date ||
  (typeof value === 'number' && !Number.isNaN(value))

/**
 * The filter by which documents of several matches are found. What expressions compare with plain values is
 * said once more in terms that an index understands; it takes no document away.
 */
export function findingFilter(matches: readonly Match[], frame: Frame): Filter {
  const parts = matches.map(({ filter }) => filter).filter((part) => Object.keys(part).length > 0)
  for (const { path, value } of matches.flatMap(({ equals }) => equals)) {
    const wanted = value(frame)
    if (isSimple(wanted)) parts.push({ [path]: { $eq: wanted } })
  }
  const [only] = parts
  if (!only) return {}
  return parts.length === 1 ? only : { $and: parts }
}

/** `$match` after other stages. At the beginning of a pipeline documents are found through indexes instead. */
export const match: StageCompiler = (specification, context) => {
  const { test } = compileMatch(specification, context)
  return function* (documents) {
    for (const document of documents) if (test(document)) yield document
  }
}
