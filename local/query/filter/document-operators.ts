import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { parseSchema } from '../json-schema/parse-schema'
import { allOf, anyOf, documentCondition, negated } from './condition'
import type { Condition, Fields } from './condition'
import type { ParseScope } from './parse-scope'
import { wholeNumber } from './whole-number'

/** Parses an operator on whole documents; null for one without an effect. */
type DocumentOperator = (value: unknown, scope: ParseScope, parse: Parse) => Condition | null

/** Parses a filter inside an operator. */
type Parse = (filter: Fields, scope: ParseScope) => Condition

function branches(name: string, value: unknown, scope: ParseScope, parse: Parse): Condition[] {
  if (!Array.isArray(value)) throw requestFailed(`${name} must be an array`)
  if (value.length === 0) throw requestFailed('$and/$or/$nor must be a nonempty array')
  return value.map((entry: unknown) => {
    if (!isPlainObject(entry)) throw requestFailed('$or/$and/$nor entries need to be full objects')
    return parse(entry, name === '$and' ? scope : { ...scope, near: false })
  })
}

function expression(value: unknown, scope: ParseScope): Condition {
  if (scope.nested) throw requestFailed('$expr can only be applied to the top-level document')
  if (!scope.expression) throw requestFailed('$expr is not allowed in this context')
  return documentCondition(scope.expression(value))
}

function jsonSchema(value: unknown): Condition {
  if (!isPlainObject(value)) throw requestFailed('$jsonSchema must be an object')
  return documentCondition(parseSchema(value))
}

function text(_value: unknown, scope: ParseScope): Condition {
  if (scope.nested) throw requestFailed('$text can only be applied to the top-level document')
  throw requestFailed('text index required for $text query')
}

const constant = (name: string, outcome: boolean) => (value: unknown) => {
  if (wholeNumber(name, value) !== 1) throw requestFailed(`${name} must be an integer value of 1`)
  return documentCondition(() => outcome)
}

function where(): Condition {
  throw requestFailed('$where is not allowed in this context')
}

const documentOperators = new Map<string, DocumentOperator>([
  ['$and', (value, scope, parse) => allOf(branches('$and', value, scope, parse))],
  ['$or', (value, scope, parse) => anyOf(branches('$or', value, scope, parse))],
  ['$nor', (value, scope, parse) => negated(anyOf(branches('$nor', value, scope, parse)))],
  ['$comment', () => null],
  ['$expr', expression],
  ['$jsonSchema', jsonSchema],
  ['$text', text],
  ['$where', where],
  ['$alwaysTrue', constant('$alwaysTrue', true)],
  ['$alwaysFalse', constant('$alwaysFalse', false)],
])

export const isDocumentOperator = (name: string) => documentOperators.has(name)

/** @throws CloudError for an unknown operator or a malformed argument */
export function parseDocumentOperator(
  name: string,
  value: unknown,
  scope: ParseScope,
  parse: Parse,
): Condition | null {
  const operator = documentOperators.get(name)
  if (!operator) throw requestFailed(`unknown top level operator: ${name}`)
  return operator(value, scope, parse)
}
