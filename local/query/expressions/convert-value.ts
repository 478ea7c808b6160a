import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import { UTC } from './date-zones'
import { isTrue } from './expression'
import { resolveDate } from './read-date'
import { readDateText } from './read-date-text'
import { numberText } from './value-text'

const SUFFIX = 'in $convert with no onError value'

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

/**
 * Turns a value into another type.
 * @param target name of the type
 * @throws CloudError when there is no such conversion, or the value does not allow it
 */
export function convertValue(target: string, value: unknown): unknown {
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
