import { isPlainObject } from '../ground/document'

function plain(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof RegExp)
    return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map(plain)
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

/** JSON as `watch()` carries documents: the SDK parses it as JSON, not as EJSON, so that a date is `{ $date: ms }`. */
export const plainJson = (value: unknown): string => JSON.stringify(plain(value))
