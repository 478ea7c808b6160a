import { readPattern } from './read-pattern'
import { invalidParam } from './cloud-error'

const wholeNumber = /^-?\d{1,19}$/

/** The largest value of each whole kind; the smallest is one further from zero. */
const LARGEST = { $numberInt: 2n ** 31n - 1n, $numberLong: 2n ** 63n - 1n }

function readWhole(kind: '$numberInt' | '$numberLong', text: string): number {
  if (!wholeNumber.test(text)) throw invalidParam(`malformed EJSON: ${kind} "${text}"`)
  const value = Number(text)
  // Nearly every number is far from both limits: only the others are read twice.
  if (Math.abs(value) > 2147483647) {
    const exact = BigInt(text)
    if (exact > LARGEST[kind] || exact < -LARGEST[kind] - 1n)
      throw invalidParam(`malformed EJSON: ${kind} "${text}" is out of range`)
  }
  return value
}

function readNumber(kind: string, text: unknown): number {
  if (typeof text !== 'string') throw invalidParam(`malformed EJSON: ${kind} must hold a string`)
  if (kind === '$numberInt' || kind === '$numberLong') return readWhole(kind, text)
  if (text === 'NaN' || text === 'Infinity' || text === '-Infinity') return Number(text)
  const value = Number(text)
  if (text.trim() === '' || Number.isNaN(value))
    throw invalidParam(`malformed EJSON: ${kind} "${text}"`)
  return value
}

function readDate(raw: unknown): Date {
  const inner = raw as { $numberLong?: unknown; $numberInt?: unknown } | null
  const wrapped =
    typeof inner === 'object' && inner !== null
      ? readNumber('$numberLong', inner.$numberLong ?? inner.$numberInt)
      : raw
  const date = new Date(wrapped as string | number)
  if (
    (typeof wrapped !== 'string' && typeof wrapped !== 'number') ||
    Number.isNaN(date.getTime())
  ) {
    throw invalidParam('malformed EJSON: $date')
  }
  return date
}

function readRegularExpression(raw: unknown): RegExp {
  const { pattern, options, ...rest } = (raw ?? {}) as { pattern?: unknown; options?: unknown }
  if (typeof pattern !== 'string' || typeof options !== 'string' || Object.keys(rest).length > 0)
    throw invalidParam('malformed EJSON: $regularExpression')
  const read = readPattern(pattern, options)
  if (!read) throw invalidParam(`malformed EJSON: regular expression /${pattern}/`)
  return read
}

function readServerDate(raw: unknown, now: number): Date {
  if (typeof raw !== 'object') throw invalidParam('malformed server date')
  const offset = decodeValue((raw as { offset?: unknown } | null)?.offset ?? 0, now)
  const date = new Date(typeof offset === 'number' ? now + offset : Number.NaN)
  if (Number.isNaN(date.getTime())) throw invalidParam('malformed server date')
  return date
}

/** Seconds and a number within the second; the SDK has no other form for it than a date. */
function readTimestamp(raw: unknown): Date {
  const { t, i, ...rest } = (raw ?? {}) as { t?: unknown; i?: unknown }
  const whole = (value: unknown) => Number.isInteger(value) && Number(value) >= 0
  if (!whole(t) || !whole(i) || Number(t) >= 2 ** 32 || Object.keys(rest).length > 0)
    throw invalidParam('malformed EJSON: $timestamp')
  return new Date(Number(t) * 1000)
}

/** Values that the SDK can carry. */
const wrappers = new Set([
  '$numberInt',
  '$numberLong',
  '$numberDouble',
  '$numberDecimal',
  '$date',
  '$oid',
  '$regularExpression',
  '$timestamp',
  '$undefined',
  '$tcb_server_date',
])

/** Values that the SDK cannot carry without loss; storing them quietly would lose data. */
const refused = new Set([
  '$binary',
  '$code',
  '$symbol',
  '$dbPointer',
  '$minKey',
  '$maxKey',
  '$uuid',
])

function readWrapped(key: string, raw: unknown, now: number): { value: unknown } | null {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
    case '$numberDecimal':
      return { value: readNumber(key, raw) }
    case '$date':
      return { value: readDate(raw) }
    case '$oid':
      if (typeof raw !== 'string' || !/^[0-9a-f]{24}$/i.test(raw))
        throw invalidParam('malformed EJSON: $oid')
      return { value: raw }
    case '$regularExpression':
      return { value: readRegularExpression(raw) }
    case '$timestamp':
      return { value: readTimestamp(raw) }
    case '$undefined':
      return { value: null }
    case '$tcb_server_date':
      return { value: readServerDate(raw, now) }
    default:
      if (refused.has(key)) throw invalidParam(`values of type ${key} are not supported`)
      return null
  }
}

/**
 * Turns parsed JSON in the SDK's canonical EJSON into JavaScript values, in place.
 * @param now epoch ms that `serverDate()` stands for: one reading per request, so that two server dates
 *   differ by exactly their offsets
 * @throws CloudError INVALID_PARAM for a malformed wrapper
 */
export function decodeValue(value: unknown, now: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i]
      if (typeof item === 'object' && item !== null) value[i] = decodeValue(item, now)
    }
    return value
  }
  const record = value as Record<string, unknown>
  const keys = Object.keys(record)
  const first = keys[0]
  if (keys.length === 1 && first !== undefined && first.charCodeAt(0) === 36) {
    const wrapped = readWrapped(first, record[first], now)
    if (wrapped) return wrapped.value
  }
  for (const key of keys) {
    // As part of a dotted path too: an update along it would change the prototype of every object.
    if (key.includes('__proto__') && key.split('.').includes('__proto__'))
      throw invalidParam('the key __proto__ is not allowed')
    // The specification of Extended JSON: a wrapper with a second key is an error, not a document.
    if (key.charCodeAt(0) === 36 && (wrappers.has(key) || refused.has(key)))
      throw invalidParam(`malformed EJSON: ${key} beside other fields`)
    const item = record[key]
    if (typeof item === 'object' && item !== null) record[key] = decodeValue(item, now)
  }
  return record
}

/**
 * Parses one EJSON string of a request.
 * @param what names the parameter in the error
 * @throws CloudError INVALID_PARAM when the text is not JSON or holds a malformed wrapper
 */
export function decodeEjson(text: unknown, now: number, what: string): unknown {
  if (typeof text !== 'string') throw invalidParam(`${what} must be a string of EJSON`)
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw invalidParam(`${what} is not valid JSON`)
  }
  return decodeValue(parsed, now)
}

/** As `decodeEjson`, for parameters that must be an object. */
export function decodeObject(text: unknown, now: number, what: string): Record<string, unknown> {
  const value = decodeEjson(text, now, what)
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    value instanceof Date ||
    value instanceof RegExp
  ) {
    throw invalidParam(`${what} must be an object`)
  }
  return value as Record<string, unknown>
}
