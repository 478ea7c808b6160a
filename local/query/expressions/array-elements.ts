import { requestFailed } from '../../ground/cloud-error'
import { isNullish } from './expression'
import type { Operator } from './expression'
import { binary, ranged, unary } from './named-arguments'
import { areEqual } from './ordering'
import { typeName } from '../../ground/bson-types'
import { numberText, valueText } from './value-text'

/** Whether a number stands for a whole one of 32 bits. */
export const isInt = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  Math.abs(value) <= 0x80000000 &&
  value !== 0x80000000

/** @throws CloudError unless a bound of `$indexOf…` is a whole number of at least 0 */
export function checkBound(value: unknown, name: string, bound: string): number {
  if (!isInt(value)) {
    throw requestFailed(
      `${name}requires an integral ${bound}, found a value of type: ${typeName(value)}, with value: ${valueText(value)}`,
    )
  }
  if (value < 0)
    throw requestFailed(`${name} requires a nonnegative ${bound}, found: ${valueText(value)}`)
  return value
}

const $arrayElemAt = binary((array, index) => {
  if (isNullish(array) || isNullish(index)) return null
  if (!Array.isArray(array)) {
    throw requestFailed(`$arrayElemAt's first argument must be an array, but is ${typeName(array)}`)
  }
  if (typeof index !== 'number') {
    throw requestFailed(
      `$arrayElemAt's second argument must be a numeric value, but is ${typeName(index)}`,
    )
  }
  if (!isInt(index)) {
    throw requestFailed(
      `$arrayElemAt's second argument must be representable as a 32-bit integer: ${numberText(index)}`,
    )
  }
  return array.at(index) as unknown
})

const endOfArray = (at: 0 | -1): Operator =>
  unary((array, name) => {
    if (isNullish(array)) return null
    if (!Array.isArray(array))
      throw requestFailed(`${name}'s argument must be an array, but is ${typeName(array)}`)
    return array.at(at) as unknown
  })

const $in = binary((value, array) => {
  if (!Array.isArray(array)) {
    throw requestFailed(`$in requires an array as a second argument, found: ${typeName(array)}`)
  }
  return array.some((item) => areEqual(value, item))
})

const $indexOfArray = ranged(2, 4, (values) => {
  const [array, wanted] = values
  if (isNullish(array)) return null
  if (!Array.isArray(array)) {
    throw requestFailed(
      `$indexOfArray requires an array as a first argument, found: ${typeName(array)}`,
    )
  }
  const from = values.length > 2 ? checkBound(values[2], '$indexOfArray', 'starting index') : 0
  const to =
    values.length > 3 ? checkBound(values[3], '$indexOfArray', 'ending index') : array.length
  for (let at = from; at < Math.min(to, array.length); at++)
    if (areEqual(array[at], wanted)) return at
  return -1
})

const $size = unary((array) => {
  if (!Array.isArray(array)) {
    throw requestFailed(
      `The argument to $size must be an array, but was of type: ${typeName(array)}`,
    )
  }
  return array.length
})

function checkSliceNumber(value: unknown, which: string): number {
  if (typeof value !== 'number') {
    const of = which === 'Third' ? 'numeric, but' : 'a numeric value, but'
    throw requestFailed(`${which} argument to $slice must be ${of} is of type: ${typeName(value)}`)
  }
  if (!isInt(value)) {
    throw requestFailed(
      `${which} argument to $slice can't be represented as a 32-bit integer: ${numberText(value)}`,
    )
  }
  return value
}

const $slice = ranged(2, 3, (values) => {
  const [array, second, third] = values
  if (isNullish(array) || isNullish(second)) return null
  if (!Array.isArray(array)) {
    throw requestFailed(
      `First argument to $slice must be an array, but is of type: ${typeName(array)}`,
    )
  }
  const position = checkSliceNumber(second, 'Second')
  const { length } = array
  if (values.length === 2) {
    return position >= 0 ? array.slice(0, position) : array.slice(Math.max(0, length + position))
  }
  if (isNullish(third)) return null
  const count = checkSliceNumber(third, 'Third')
  if (count <= 0) throw requestFailed(`Third argument to $slice must be positive: ${count}`)
  const start = position < 0 ? Math.max(0, length + position) : position
  return array.slice(start, start + count)
})

const boolElements = (deciding: boolean): Operator =>
  unary((array, name) => {
    if (!Array.isArray(array))
      throw requestFailed(`${name}'s argument must be an array, but is ${typeName(array)}`)
    const isDeciding = (item: unknown) =>
      (item !== false && item !== 0 && item !== null) === deciding
    return array.some(isDeciding) ? deciding : !deciding
  })

export const arrayElements: Record<string, Operator> = {
  $arrayElemAt,
  $first: endOfArray(0),
  $last: endOfArray(-1),
  $in,
  $indexOfArray,
  $isArray: unary((value) => Array.isArray(value)),
  $isNumber: unary((value) => typeof value === 'number'),
  $size,
  $slice,
  $allElementsTrue: boolElements(false),
  $anyElementTrue: boolElements(true),
  $type: unary((value) => typeName(value)),
}
