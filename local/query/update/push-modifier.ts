import { compareValues } from '../../ground/compare-values'
import { cloneValue, isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import { childOf, creating, idText } from './modifier'
import type { Fields, Place, ReadModifier } from './modifier'

type Compare = (left: unknown, right: unknown) => number

interface Push {
  values: unknown[]
  position: number
  slice: number
  sort: Compare | null
}

const CLAUSES = ['$each', '$slice', '$sort', '$position']

function readPlace(name: '$slice' | '$position', value: unknown, fallback: number): number {
  if (value === undefined) return fallback
  if (typeof value === 'number' && Number.isInteger(value)) return value
  const complaint = name === '$slice' ? 'but was given type' : 'not of type'
  throw requestFailed(
    `The value for ${name} must be an integer value${name === '$slice' ? ' ' : ', '}${complaint}: ${typeName(value)}`,
  )
}

const direction = (value: unknown): 1 | -1 => {
  if (value === 1 || value === -1) return value
  throw requestFailed('The $sort element value must be either 1 or -1')
}

function fieldAt(item: unknown, parts: readonly string[]): unknown {
  let value = item
  for (const part of parts) value = childOf(value, part)
  return value
}

function readFieldSort(pattern: Fields): Compare {
  const keys = Object.entries(pattern).map(([path, value]) => {
    const sign = direction(value)
    if (path === '') throw requestFailed('The $sort field cannot be empty')
    if (path.split('.').includes(''))
      throw requestFailed(`The $sort field is a dotted field but has an empty part: ${path}`)
    return { parts: path.split('.'), sign }
  })
  if (keys.length === 0)
    throw requestFailed('The $sort pattern is empty when it should be a set of fields.')
  return (left, right) => {
    for (const { parts, sign } of keys) {
      const order = compareValues(fieldAt(left, parts), fieldAt(right, parts))
      if (order !== 0) return order * sign
    }
    return 0
  }
}

function readSort(value: unknown): Compare | null {
  if (value === undefined) return null
  if (isPlainObject(value)) return readFieldSort(value)
  if (typeof value !== 'number')
    throw requestFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  const sign = direction(value)
  return (left, right) => compareValues(left, right) * sign
}

function readPush(argument: unknown): Push {
  if (!isPlainObject(argument) || argument.$each === undefined)
    return { values: [argument], position: Infinity, slice: Infinity, sort: null }
  const unknown = Object.keys(argument).find((key) => !CLAUSES.includes(key))
  if (unknown !== undefined) throw requestFailed(`Unrecognized clause in $push: ${unknown}`)
  const { $each, $slice, $sort, $position } = argument
  if (!Array.isArray($each))
    throw requestFailed(
      `The argument to $each in $push must be an array but it was of type: ${typeName($each)}`,
    )
  return {
    values: $each,
    slice: readPlace('$slice', $slice, Infinity),
    sort: readSort($sort),
    position: readPlace('$position', $position, Infinity),
  }
}

function pushed(array: unknown[], { values, position, slice, sort }: Push): unknown[] {
  const result = [...array]
  const at = position < 0 ? Math.max(0, array.length + position) : Math.min(position, array.length)
  result.splice(at, 0, ...values.map((value) => cloneValue(value)))
  if (sort) result.sort(sort)
  return slice < 0 ? result.slice(slice) : result.slice(0, slice)
}

/** `$push`, with `$each`, `$position`, `$sort` and `$slice` in that order of effect. */
export const push: ReadModifier = (argument) => {
  const read = readPush(argument)
  return creating(
    (value, place: Place) => {
      if (Array.isArray(value)) return pushed(value, read)
      throw requestFailed(
        `The field '${place.path}' must be an array but is of type ${typeName(value)} in document {${idText(place)}}`,
      )
    },
    () => pushed([], read),
  )
}
