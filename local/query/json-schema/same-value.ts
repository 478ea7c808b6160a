import { compareValues } from '../../ground/compare-values'
import { isPlainObject } from '../../ground/document'

/** Equality as schemas know it: the order of fields does not matter. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, i) => sameValue(item, right[i]))
  }
  if (isPlainObject(left) && isPlainObject(right)) {
    const keys = Object.keys(left)
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
    )
  }
  if (typeof left === 'object' && left !== null && typeof right !== 'object') return false
  return typeof left === typeof right && compareValues(left, right) === 0
}

/** Whether no two items are the same. */
export const allDifferent = (items: readonly unknown[]) =>
  items.every((item, i) => !items.slice(0, i).some((earlier) => sameValue(earlier, item)))
