import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { Scope, combine, constant } from './expression'
import type { Expression } from './expression'
import { compileFieldPath } from './field-path'
import { operators } from './operators'
import { bsonText } from '../../ground/bson-text'

function compileArray(items: unknown[], scope: Scope): Expression {
  const parts = items.map((item) => scope.operand(item))
  return combine(parts, (frame) =>
    parts.map(({ run }) => {
      const value = run(frame)
      return value === undefined ? null : value
    }),
  )
}

/** @throws CloudError for a field name that no document may have */
export function checkFieldName(name: string): void {
  if (name === '') throw requestFailed('FieldPath field names may not be empty strings.')
  if (name.startsWith('$')) throw requestFailed("FieldPath field names may not start with '$'.")
  if (name.includes('.')) throw requestFailed("FieldPath field names may not contain '.'.")
}

function compileFields(fields: Record<string, unknown>, scope: Scope): Expression {
  const parts = Object.entries(fields).map(([key, value]) => {
    checkFieldName(key)
    return [key, scope.operand(value)] as const
  })
  return combine(
    parts.map(([, part]) => part),
    (frame) => {
      const object: Record<string, unknown> = {}
      for (const [key, { run }] of parts) {
        const value = run(frame)
        // A missing value leaves no field behind.
        if (value !== undefined) object[key] = value
      }
      return object
    },
  )
}

/**
 * Compiles `{ $operator: argument }`.
 * @throws CloudError for an unknown operator, or several in one object
 */
function compileOperator(expression: Record<string, unknown>, scope: Scope): Expression {
  const names = Object.keys(expression)
  if (names.length !== 1) {
    throw requestFailed(
      `An object representing an expression must have exactly one field: ${bsonText(expression)}`,
    )
  }
  const name = names[0] as string
  const operator = operators.get(name)
  if (!operator) throw requestFailed(`Unrecognized expression '${name}'`)
  return operator(expression[name], scope, name)
}

/** Whether an object is written as `{ $operator: … }`. */
export const isOperatorObject = (value: unknown): value is Record<string, unknown> =>
  isPlainObject(value) && (Object.keys(value)[0]?.startsWith('$') ?? false)

function compileOperand(value: unknown, scope: Scope): Expression {
  if (typeof value === 'string' && value.startsWith('$')) return compileFieldPath(value, scope)
  if (Array.isArray(value)) return compileArray(value, scope)
  if (!isPlainObject(value)) return constant(value)
  return isOperatorObject(value) ? compileOperator(value, scope) : compileFields(value, scope)
}

/** The scope of a request, without variables of its own. */
export const outermostScope = (now: Date): Scope => Scope.outermost(now, compileOperand)
