import { isPlainObject } from './document'

/** What an index stores for an array without elements: MongoDB sorts it before null and apart from it. */
export const EMPTY_ARRAY: unique symbol = Symbol('[]')

/** MongoDB's order of types; a missing value sorts as null. */
export function typeRank(value: unknown): number {
  if (value === null || value === undefined) return 1
  if (value === EMPTY_ARRAY) return 0
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 2
    case 'string':
      return 3
    case 'boolean':
      return 6
    default:
  }
  if (Array.isArray(value)) return 5
  if (value instanceof Date) return 7
  if (value instanceof RegExp) return 9
  return 4
}

const compareNumbers = (left: number, right: number): number => {
  if (left < right) return -1
  if (left > right) return 1
  if (left === right) return 0
  // NaN sorts below every number and equals itself.
  return Number.isNaN(left) ? (Number.isNaN(right) ? 0 : -1) : 1
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff

/** UTF-8 byte order as MongoDB compares; differs from UTF-16 order only where a surrogate meets U+E000 and up. */
function compareStrings(left: string, right: string): number {
  if (left === right) return 0
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i++) {
    const a = left.charCodeAt(i)
    const b = right.charCodeAt(i)
    if (a === b) continue
    if (isSurrogate(a) !== isSurrogate(b)) {
      if (isSurrogate(a)) return b >= 0xe000 ? 1 : a - b
      return a >= 0xe000 ? -1 : a - b
    }
    return a < b ? -1 : 1
  }
  return left.length < right.length ? -1 : 1
}

function compareArrays(left: unknown[], right: unknown[]): number {
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i++) {
    const order = compareValues(left[i], right[i])
    if (order !== 0) return order
  }
  return left.length - right.length
}

function compareObjects(left: Record<string, unknown>, right: Record<string, unknown>): number {
  const leftKeys = Object.keys(left)
  const rightKeys = Object.keys(right)
  const length = Math.min(leftKeys.length, rightKeys.length)
  for (let i = 0; i < length; i++) {
    const a = leftKeys[i] as string
    const b = rightKeys[i] as string
    const ranks = typeRank(left[a]) - typeRank(right[b])
    if (ranks !== 0) return ranks
    const names = compareStrings(a, b)
    if (names !== 0) return names
    const values = compareValues(left[a], right[b])
    if (values !== 0) return values
  }
  return leftKeys.length - rightKeys.length
}

/**
 * Total order over stored values, as MongoDB sorts them.
 * @returns negative, zero or positive
 */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right ? 0 : compareStrings(left, right)
  }
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right)
  const ranks = typeRank(left) - typeRank(right)
  if (ranks !== 0) return ranks
  if (typeof left === 'boolean') return Number(left) - Number(right)
  if (left instanceof Date && right instanceof Date) {
    return compareNumbers(left.getTime(), right.getTime())
  }
  if (Array.isArray(left) && Array.isArray(right)) return compareArrays(left, right)
  if (isPlainObject(left) && isPlainObject(right)) return compareObjects(left, right)
  if (left instanceof RegExp && right instanceof RegExp) {
    return compareStrings(String(left), String(right))
  }
  return 0
}
