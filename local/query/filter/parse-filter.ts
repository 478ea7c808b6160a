import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { allOf, anyOf, fieldCondition, negated } from './condition'
import type { Condition, ElementTest, Fields, MatchDetails } from './condition'
import { equality, equals } from './compare-conditions'
import { isExpressionDocument } from './expression-document'
import { fieldOperators } from './field-operators'
import { parseDocumentOperator, isDocumentOperator } from './document-operators'
import type { ParseScope } from './parse-scope'
import { patternCondition } from './pattern-conditions'

/**
 * Parses a filter.
 * @throws CloudError DATABASE_REQUEST_FAILED with MongoDB's text
 */
export function parseFilter(filter: Fields, scope: ParseScope): Condition {
  const conditions: Condition[] = []
  for (const [key, value] of Object.entries(filter)) {
    if (key.startsWith('$')) {
      const condition = parseDocumentOperator(key, value, scope, parseFilter)
      if (condition) conditions.push(condition)
    } else if (isExpressionDocument(value)) {
      conditions.push(...parseOperators(key, value, scope))
    } else if (value instanceof RegExp) {
      conditions.push(patternCondition(key, value))
    } else {
      conditions.push(equality(key, value))
    }
  }
  return allOf(conditions)
}

/** Parses the operators on one field: `{ $gt: 5, $lt: 8 }`. */
function parseOperators(path: string, operators: Fields, scope: ParseScope): Condition[] {
  const [first] = Object.keys(operators)
  if (first === '$near' || first === '$nearSphere' || first === '$geoNear') {
    if (!scope.near)
      throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
    // Distances are tested where documents are found and ordered.
    return []
  }
  return Object.entries(operators).flatMap(([name, value]) => {
    const condition = parseOperator(path, name, value, operators, scope)
    return condition ? [condition] : []
  })
}

function parseOperator(
  path: string,
  name: string,
  value: unknown,
  siblings: Fields,
  scope: ParseScope,
): Condition | null {
  switch (name) {
    case '$not':
      return parseNot(path, value, scope)
    case '$elemMatch':
      return parseElemMatch(path, value, scope)
    case '$all':
      return parseAll(path, value, scope)
    case '$where':
      throw requestFailed('$where cannot be applied to a field')
    default: {
      const operator = fieldOperators.get(name)
      if (!operator) throw requestFailed(`unknown operator: ${name}`)
      return operator(path, value, siblings)
    }
  }
}

function parseNot(path: string, value: unknown, scope: ParseScope): Condition {
  if (value instanceof RegExp) return negated(patternCondition(path, value))
  if (!isPlainObject(value)) throw requestFailed('$not needs a regex or a document')
  if (Object.keys(value).length === 0) throw requestFailed('$not cannot be empty')
  return negated(allOf(parseOperators(path, value, scope)))
}

function elemMatchTest(value: unknown, scope: ParseScope): ElementTest {
  if (!isPlainObject(value)) throw requestFailed('$elemMatch needs an Object')
  const [first] = Object.keys(value)
  const onValues = isExpressionDocument(value) && !isDocumentOperator(first as string)
  if (onValues) return allOf(parseOperators('', value, { ...scope, nested: true })).onElement
  const inner = parseFilter(value, { ...scope, nested: true })
  return (item) => {
    // An array inside an array counts as a document whose fields are its places.
    if (Array.isArray(item))
      return inner.onDocument({ ...(item as unknown[]) } as unknown as Fields)
    return isPlainObject(item) && inner.onDocument(item)
  }
}

function parseElemMatch(path: string, value: unknown, scope: ParseScope): Condition {
  const fits = elemMatchTest(value, scope)
  const test = (array: unknown, details?: MatchDetails) => {
    if (!Array.isArray(array)) return false
    const position = array.findIndex((item) => fits(item))
    if (position === -1) return false
    if (details) details.position = position
    return true
  }
  return fieldCondition(path, test, false)
}

const isElemMatch = (item: unknown): item is Fields =>
  isPlainObject(item) && Object.keys(item)[0] === '$elemMatch'

function parseAll(path: string, list: unknown, scope: ParseScope): Condition {
  if (!Array.isArray(list)) throw requestFailed('$all needs an array')
  const items = list as unknown[]
  // Nothing holds all of nothing.
  if (items.length === 0) return anyOf([])
  if (isElemMatch(items[0])) {
    return allOf(
      items.map((item) => {
        if (!isElemMatch(item)) throw requestFailed('$all/$elemMatch has to be consistent')
        return parseElemMatch(path, item.$elemMatch, scope)
      }),
    )
  }
  return allOf(
    items.map((item) => {
      if (item instanceof RegExp) return patternCondition(path, item)
      if (isPlainObject(item) && isFieldOperator(Object.keys(item)[0]))
        throw requestFailed('no $ expressions in $all')
      return fieldCondition(path, equals(item))
    }),
  )
}

/** Whether a key is an operator on fields, as opposed to one on documents or no operator at all. */
export const isFieldOperator = (key: string | undefined) =>
  key !== undefined &&
  (fieldOperators.has(key) ||
    ['$not', '$elemMatch', '$all', '$near', '$nearSphere', '$geoNear'].includes(key))
