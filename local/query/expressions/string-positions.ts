import { requestFailed } from '../../ground/cloud-error'
import { checkBound, isInt } from './array-elements'
import { isNullish } from './expression'
import type { Operator } from './expression'
import { ranged } from './named-arguments'
import { asText } from './strings'
import { typeName } from '../../ground/bson-types'
import { valueText } from './value-text'

interface Search {
  text: string
  wanted: string
  from: number
  to: number
}

function readSearch(values: unknown[], name: string): Search | null {
  const [text, wanted] = values
  if (isNullish(text)) return null
  if (typeof text !== 'string')
    throw requestFailed(`${name} requires a string as the first argument, found: ${typeName(text)}`)
  if (typeof wanted !== 'string') {
    throw requestFailed(
      `${name} requires a string as the second argument, found: ${typeName(wanted)}`,
    )
  }
  return {
    text,
    wanted,
    from: values.length > 2 ? checkBound(values[2], name, 'starting index') : 0,
    to: values.length > 3 ? checkBound(values[3], name, 'ending index') : Infinity,
  }
}

const $indexOfBytes = ranged(2, 4, (values, name) => {
  const search = readSearch(values, name)
  if (!search) return null
  const bytes = Buffer.from(search.text)
  const end = Math.min(search.to, bytes.length)
  if (search.from > bytes.length || end < search.from) return -1
  return bytes.subarray(0, end).indexOf(Buffer.from(search.wanted), search.from)
})

const $indexOfCP = ranged(2, 4, (values, name) => {
  const search = readSearch(values, name)
  if (!search) return null
  const points = [...search.text]
  const wanted = [...search.wanted]
  if (points.length === 0 && wanted.length === 0) return 0
  const end = Math.min(search.to, points.length)
  // As in the server, only the beginning of what is found must lie before the end.
  for (let at = search.from; at < end; at++)
    if (wanted.every((point, i) => points[at + i] === point)) return at
  return -1
})

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80

const $substrBytes = ranged(3, 3, ([value, start, count]) => {
  // $substr is the same operator under an older name, and its errors say so.
  const name = '$substrBytes'
  const bytes = Buffer.from(asText(value))
  if (typeof start !== 'number') {
    throw requestFailed(
      `${name}:  starting index must be a numeric type (is BSON type ${typeName(start)})`,
    )
  }
  if (typeof count !== 'number') {
    throw requestFailed(`${name}:  length must be a numeric type (is BSON type ${typeName(count)})`)
  }
  const from = Math.trunc(start)
  if (from < 0) throw requestFailed(`${name}:  starting index must be non-negative (got: ${from})`)
  const length = count < 0 ? bytes.length : Math.trunc(count)
  if (isContinuation(bytes[from])) {
    throw requestFailed(`${name}:  Invalid range, starting index is a UTF-8 continuation byte.`)
  }
  if (isContinuation(bytes[from + length])) {
    throw requestFailed(
      `${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`,
    )
  }
  return bytes.subarray(from, from + length).toString()
})

function pointNumber(value: unknown, what: string): number {
  if (typeof value !== 'number') {
    throw requestFailed(
      `$substrCP: ${what} must be a numeric type (is BSON type ${typeName(value)})`,
    )
  }
  if (!isInt(value)) {
    throw requestFailed(
      `$substrCP: ${what} cannot be represented as a 32-bit integral value: ${valueText(value)}`,
    )
  }
  return value
}

const $substrCP = ranged(3, 3, ([value, start, count]) => {
  const text = asText(value)
  const from = pointNumber(start, 'starting index')
  const length = pointNumber(count, 'length')
  if (length < 0) throw requestFailed('$substrCP: length must be a nonnegative integer.')
  if (from < 0) throw requestFailed('$substrCP: the starting index must be nonnegative integer.')
  return [...text].slice(from, from + length).join('')
})

export const stringPositions: Record<string, Operator> = {
  $indexOfBytes,
  $indexOfCP,
  $substr: $substrBytes,
  $substrBytes,
  $substrCP,
}
