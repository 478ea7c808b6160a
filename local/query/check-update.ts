import { isPlainObject } from '../engine/document'
import { requestFailed } from '../wire/cloud-error'
import { encodeEjson } from '../wire/encode-ejson'

type Fields = Record<string, unknown>

const ARRAY_OPERATORS = new Set(['$push', '$pull', '$pullAll', '$addToSet', '$pop'])
const NUMBER_OPERATORS = new Set(['$inc', '$mul'])
const KNOWN = new Set([
  ...ARRAY_OPERATORS,
  ...NUMBER_OPERATORS,
  '$set',
  '$unset',
  '$min',
  '$max',
  '$rename',
  '$bit',
  '$currentDate',
  '$setOnInsert',
])

/** MongoDB's name of a value's type, for its error texts. */
function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  return typeof value
}

/**
 * What sits under a dotted path, or undefined when nothing does.
 * @throws CloudError where the path runs into a value that cannot hold a field
 */
function valueUnder(document: Fields, path: string, creating: boolean): unknown {
  let value: unknown = document
  const parts = path.split('.')
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as string
    if (part.startsWith('$')) return undefined
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(part)) {
        if (!creating) return undefined
        throw requestFailed(
          `Cannot create field '${part}' in element {${parts[i - 1]}: ${encodeEjson(value)}}`,
        )
      }
      value = value[Number(part)] as unknown
    } else if (isPlainObject(value)) {
      value = value[part]
    } else {
      if (!creating) return undefined
      throw requestFailed(
        `Cannot create field '${part}' in element {${parts[i - 1]}: ${encodeEjson(value)}}`,
      )
    }
    if (value === undefined) return undefined
  }
  return value
}

function checkOperand(operator: string, path: string, operand: unknown): void {
  if (NUMBER_OPERATORS.has(operator) && typeof operand !== 'number') {
    const verb = operator === '$inc' ? 'increment' : 'multiply'
    throw requestFailed(
      `Cannot ${verb} with non-numeric argument: {${path}: ${encodeEjson(operand)}}`,
    )
  }
  if (operator === '$pop' && operand !== 1 && operand !== -1) {
    throw requestFailed(`$pop expects 1 or -1, found: ${encodeEjson(operand)}`)
  }
  if (operator === '$pullAll' && !Array.isArray(operand))
    throw requestFailed('$pullAll requires an array argument')
  if (operator === '$rename' && typeof operand !== 'string') {
    throw requestFailed(
      `The 'to' field for $rename must be a string: ${path}: ${encodeEjson(operand)}`,
    )
  }
}

function checkCurrent(operator: string, path: string, current: unknown, document: Fields): void {
  if (current === undefined) return
  const id = `_id: ${encodeEjson(document._id)}`
  if (NUMBER_OPERATORS.has(operator) && typeof current !== 'number') {
    const field = path.split('.').at(-1)
    throw requestFailed(
      `Cannot apply ${operator} to a value of non-numeric type. {${id}} has the field '${field}' of non-numeric type ${typeName(current)}`,
    )
  }
  if (ARRAY_OPERATORS.has(operator) && !Array.isArray(current)) {
    if (operator === '$pull' || operator === '$pullAll')
      throw requestFailed(`Cannot apply ${operator} to a non-array value`)
    if (operator === '$pop')
      throw requestFailed(
        `Path '${path}' contains an element of non-array type '${typeName(current)}'`,
      )
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${typeName(current)} in document {${id}}`,
    )
  }
}

/**
 * Raises the errors that MongoDB raises for a malformed update and mingo does not.
 * @throws CloudError DATABASE_REQUEST_FAILED
 */
export function checkUpdateShape(update: Fields): void {
  const operators = Object.keys(update)
  if (operators.length === 0) throw requestFailed('update document must have at least one element')
  for (const operator of operators) {
    if (!operator.startsWith('$'))
      throw requestFailed(`update document must contain key beginning with '$': ${operator}`)
    if (!KNOWN.has(operator)) throw requestFailed(`Unknown modifier: ${operator}`)
    const fields = update[operator]
    if (!isPlainObject(fields))
      throw requestFailed(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead`,
      )
    if (Object.keys(fields).length === 0) {
      throw requestFailed(
        `'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`,
      )
    }
    for (const [path, operand] of Object.entries(fields)) {
      if (path === '' || path.split('.').includes(''))
        throw requestFailed(`The update path '${path}' contains an empty field name`)
      if (path === '_id' || path.startsWith('_id.')) {
        throw requestFailed(
          "Performing an update on the path '_id' would modify the immutable field '_id'",
        )
      }
      checkOperand(operator, path, operand)
    }
  }
}

/** As `checkUpdateShape`, for what depends on the document. */
export function checkUpdateFits(update: Fields, document: Fields): void {
  for (const [operator, fields] of Object.entries(update)) {
    const creating =
      operator !== '$unset' &&
      operator !== '$pull' &&
      operator !== '$pullAll' &&
      operator !== '$rename'
    for (const path of Object.keys(fields as Fields)) {
      checkCurrent(operator, path, valueUnder(document, path, creating), document)
    }
  }
}
