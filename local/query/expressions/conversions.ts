import { CloudError, requestFailed } from '../../wire/cloud-error'
import { UTC } from './date-zones'
import { isNullish, isTrue } from './expression'
import type { Expression, Frame, Operator, Scope } from './expression'
import { namedArguments, operandsOf, optionalPart } from './named-arguments'
import { resolveDate } from './read-date'
import { readDateText } from './read-date-text'
import { typeName } from '../bson-types'
import { numberText } from './value-text'

const SUFFIX = 'in $convert with no onError value'

/** Names and numbers of the types that a value can be turned into. */
const TARGETS: Record<string, string> = {
  double: 'double',
  string: 'string',
  objectId: 'objectId',
  bool: 'bool',
  date: 'date',
  int: 'int',
  long: 'long',
  decimal: 'decimal',
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
}

/** Types that exist but that nothing can be turned into. */
const OTHER_TYPES: Record<string, string> = {
  missing: 'missing',
  object: 'object',
  array: 'array',
  binData: 'binData',
  undefined: 'undefined',
  null: 'null',
  regex: 'regex',
  dbPointer: 'dbPointer',
  javascript: 'javascript',
  symbol: 'symbol',
  javascriptWithScope: 'javascriptWithScope',
  timestamp: 'timestamp',
  minKey: 'minKey',
  maxKey: 'maxKey',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  10: 'null',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  17: 'timestamp',
  [-1]: 'minKey',
  127: 'maxKey',
}

const unsupported = (value: unknown, target: string) =>
  requestFailed(`Unsupported conversion from ${typeName(value)} to ${target} ${SUFFIX}`)

const parseFailure = (text: string, reason: string) =>
  requestFailed(`Failed to parse number '${text}' ${SUFFIX}: ${reason}`)

function parseInteger(text: string): number {
  if (text === '') throw parseFailure(text, 'Empty string')
  const digits = text.replace(/^[+-]/, '')
  if (digits === '') throw parseFailure(text, 'No digits')
  const bad = /\D/.exec(digits)
  if (bad) throw parseFailure(text, `Bad digit "${bad[0]}" while parsing ${text}`)
  return Number(text)
}

function parseDouble(text: string): number {
  if (text === '') throw parseFailure(text, 'Empty string')
  if (/^\s/.test(text)) throw parseFailure(text, 'Leading whitespace')
  const special = /^([+-]?)(inf(?:inity)?|nan)$/i.exec(text)
  if (special) {
    const size = special[2]?.toLowerCase() === 'nan' ? NaN : Infinity
    return special[1] === '-' ? -size : size
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text))
    throw parseFailure(text, 'Did not consume whole number.')
  return Number(text)
}

function checkRange(value: number, most: number, text: string): number {
  if (Number.isNaN(value)) {
    throw requestFailed(`Attempt to convert NaN value to integer type ${SUFFIX}`)
  }
  if (!Number.isFinite(value)) {
    throw requestFailed(`Attempt to convert infinity value to integer type ${SUFFIX}`)
  }
  if (value < -most || value >= most)
    throw requestFailed(`Conversion would overflow target type ${SUFFIX}: ${text}`)
  // Adding 0 turns -0 into 0.
  return Math.trunc(value) + 0
}

function toInteger(value: unknown, target: 'int' | 'long'): number {
  const most = target === 'int' ? 2 ** 31 : 2 ** 63
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'number') return checkRange(value, most, numberText(value))
  if (value instanceof Date && target === 'long') return value.getTime()
  if (typeof value !== 'string') throw unsupported(value, target)
  if (value.startsWith('0x')) throw requestFailed(`Illegal hexadecimal input ${SUFFIX}: ${value}`)
  const parsed = parseInteger(value)
  if (parsed < -most || parsed >= most) throw parseFailure(value, 'Overflow')
  return parsed
}

function toDouble(value: unknown, target: string): number {
  if (typeof value === 'boolean' || typeof value === 'number') return Number(value)
  if (value instanceof Date) return value.getTime()
  if (typeof value !== 'string') throw unsupported(value, target)
  if (value.startsWith('0x')) throw requestFailed(`Illegal hexadecimal input ${SUFFIX}: ${value}`)
  return parseDouble(value)
}

function toDate(value: unknown): Date {
  if (value instanceof Date) return value
  if (typeof value === 'string') return resolveDate(value, readDateText(value), UTC)
  // To the server only longs, doubles and texts can be dates.
  if (typeof value !== 'number' || typeName(value) === 'int') throw unsupported(value, 'date')
  const date = new Date(checkRange(value, 2 ** 63, numberText(value)))
  if (Number.isNaN(date.getTime()))
    throw requestFailed(`Conversion would overflow target type ${SUFFIX}: ${numberText(value)}`)
  return date
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw unsupported(value, 'string')
}

/** Object ids are kept as their 24 hex digits. */
function toObjectId(value: unknown): string {
  if (typeof value !== 'string') throw unsupported(value, 'objectId')
  if (value.length !== 24) {
    throw requestFailed(
      `Failed to parse objectId '${value}' ${SUFFIX}: Invalid string length for parsing to OID, expected 24 but found ${value.length}`,
    )
  }
  const bad = /[^0-9a-f]/i.exec(value)
  if (bad) {
    throw requestFailed(
      `Failed to parse objectId '${value}' ${SUFFIX}: Invalid character found in hex string: '${bad[0]}'`,
    )
  }
  return value.toLowerCase()
}

function convertTo(target: string, value: unknown): unknown {
  switch (target) {
    case 'int':
    case 'long':
      return toInteger(value, target)
    case 'double':
    case 'decimal':
      return toDouble(value, target)
    case 'string':
      return toText(value)
    case 'bool':
      return isTrue(value)
    case 'date':
      return toDate(value)
    case 'objectId':
      return toObjectId(value)
    default:
      throw unsupported(value, target)
  }
}

function targetOf(to: unknown): string {
  if (typeof to === 'number') {
    if (!Number.isInteger(to))
      throw requestFailed("In $convert, numeric 'to' argument is not an integer")
    const name = TARGETS[to] ?? OTHER_TYPES[to]
    if (!name) {
      throw requestFailed(
        `In $convert, numeric value for 'to' does not correspond to a BSON type: ${to}`,
      )
    }
    return name
  }
  if (typeof to !== 'string') {
    throw requestFailed(
      `$convert's 'to' argument must be a string or number, but is ${typeName(to)}`,
    )
  }
  const name = Object.hasOwn(TARGETS, to) ? TARGETS[to] : OTHER_TYPES[to]
  if (typeof name !== 'string' || /^-?\d/.test(to)) throw requestFailed(`Unknown type name: ${to}`)
  return name
}

interface Conversion {
  input: Expression
  to: Expression
  onNull: Expression | undefined
  onError: Expression | undefined
}

function run({ input, to, onNull, onError }: Conversion, frame: Frame): unknown {
  const wanted = to.run(frame)
  const value = input.run(frame)
  const target = isNullish(wanted) ? null : targetOf(wanted)
  if (isNullish(value)) return onNull ? onNull.run(frame) : null
  if (target === null) return null
  try {
    return convertTo(target, value)
  } catch (error) {
    if (onError && error instanceof CloudError) return onError.run(frame)
    throw error
  }
}

const compileConvert = (named: Record<string, unknown>, scope: Scope): Conversion => ({
  input: scope.operand(named.input),
  to: scope.operand(named.to),
  onNull: optionalPart(named, 'onNull', scope),
  onError: optionalPart(named, 'onError', scope),
})

const $convert: Operator = (argument, scope) => {
  const named = namedArguments(argument, ['input', 'to'], ['onNull', 'onError'], {
    notObject: (value) =>
      `$convert expects an object of named arguments but found: ${typeName(value)}`,
    unknown: (key) => `$convert found an unknown argument: ${key}`,
    missing: (key) => `Missing '${key}' parameter to $convert`,
  })
  const conversion = compileConvert(named, scope)
  return { run: (frame) => run(conversion, frame), constant: false }
}

const shortcut =
  (target: string): Operator =>
  (argument, scope, name) => {
    const operands = operandsOf(argument, scope)
    if (operands.length !== 1)
      throw requestFailed(`${name} requires a single argument, got ${operands.length}`)
    const { run: evaluate } = operands[0] as Expression
    return {
      constant: false,
      run: (frame) => {
        const value = evaluate(frame)
        return isNullish(value) ? null : convertTo(target, value)
      },
    }
  }

export const conversions: Record<string, Operator> = {
  $convert,
  $toString: shortcut('string'),
  $toObjectId: shortcut('objectId'),
  $toDate: shortcut('date'),
  $toDouble: shortcut('double'),
  $toInt: shortcut('int'),
  $toLong: shortcut('long'),
  $toDecimal: shortcut('decimal'),
  $toBool: shortcut('bool'),
}
