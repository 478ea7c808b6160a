import { compareValues } from '../../ground/compare-values'
import { isPlainObject } from '../../ground/document'

/** Order of two values in expressions: as in sorting, but a missing value comes before null. */
export function compareInExpressions(left: unknown, right: unknown): number {
  if (left === undefined || right === undefined)
    return Number(left !== undefined) - Number(right !== undefined)
  return compareValues(left, right)
}

export const areEqual = (left: unknown, right: unknown): boolean =>
  left === right || compareInExpressions(left, right) === 0

function keyText(value: unknown): string {
  if (value === undefined) return 'm'
  if (typeof value === 'number') return `n${Object.is(value, -0) ? 0 : value}`
  if (typeof value === 'string') return `s${value.length}:${value}`
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return `d${value.getTime()}`
  if (value instanceof RegExp) return `r${String(value).length}:${String(value)}`
  if (Array.isArray(value)) return `[${value.map(keyText).join()}]`
  if (!isPlainObject(value)) return '-'
  const fields = Object.entries(value).map(([key, item]) => `${key.length}:${key}${keyText(item)}`)
  return `{${fields.join()}}`
}

/**
 * A key under which equal values meet in a Map or Set, and no others.
 * Numbers, booleans and null are their own keys.
 */
export function valueKey(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('\0') ? `\0${keyText(value)}` : value
  if (typeof value !== 'object' || value === null) return value
  return `\0${keyText(value)}`
}
