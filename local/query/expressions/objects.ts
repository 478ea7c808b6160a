import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { isNullish } from './expression'
import type { Operator } from './expression'
import { unary } from './named-arguments'
import { typeName } from '../../ground/bson-types'
import { valueText } from './value-text'

/** Sets a field by a name that comes from data: `__proto__` is a field like any other. */
export function setField(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value
  else {
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
}

const $objectToArray = unary((value) => {
  if (isNullish(value)) return null
  if (!isPlainObject(value))
    throw requestFailed(`$objectToArray requires a document input, found: ${typeName(value)}`)
  return Object.entries(value).map(([k, v]) => ({ k, v }))
})

function pairOf(item: unknown): [key: unknown, value: unknown] {
  if (!Array.isArray(item)) {
    throw requestFailed(
      `$arrayToObject requires a consistent input format. Elements mustall be arrays or all be objects. Array was detected, now found: ${typeName(item)}`,
    )
  }
  if (item.length !== 2) {
    throw requestFailed(
      `$arrayToObject requires an array of size 2 arrays,found array of size: ${item.length}`,
    )
  }
  const [key, value] = item as [unknown, unknown]
  if (typeof key !== 'string') {
    throw requestFailed(
      `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(key)}`,
    )
  }
  return [key, value]
}

function keyAndValueOf(item: unknown): [key: unknown, value: unknown] {
  if (!isPlainObject(item)) {
    throw requestFailed(
      `$arrayToObject requires a consistent input format. Elements mustall be arrays or all be objects. Object was detected, now found: ${typeName(item)}`,
    )
  }
  const count = Object.keys(item).length
  if (count !== 2) {
    throw requestFailed(
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${count}`,
    )
  }
  const { k, v } = item
  if (k === undefined || v === undefined) {
    throw requestFailed(
      `$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys from: ${valueText(item)}`,
    )
  }
  if (typeof k !== 'string') {
    throw requestFailed(
      `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeName(k)}`,
    )
  }
  return [k, v]
}

const $arrayToObject = unary((array) => {
  if (isNullish(array)) return null
  if (!Array.isArray(array))
    throw requestFailed(`$arrayToObject requires an array input, found: ${typeName(array)}`)
  const object: Record<string, unknown> = {}
  // The first element decides which of the two forms all of them have.
  const [first] = array as unknown[]
  if (first !== undefined && !Array.isArray(first) && !isPlainObject(first)) {
    throw requestFailed(`Unrecognised input type format for $arrayToObject: ${typeName(first)}`)
  }
  const read = Array.isArray(first) ? pairOf : keyAndValueOf
  for (const item of array as unknown[]) {
    const [key, value] = read(item)
    setField(object, String(key), value)
  }
  return object
})

export const objects: Record<string, Operator> = { $objectToArray, $arrayToObject }
