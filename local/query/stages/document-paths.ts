import { isPlainObject } from '../../ground/document'
import type { Document } from '../../ground/document'

/** What a path leads to through objects only; arrays are not walked through. */
export function plainValue(document: Document, parts: readonly string[]): unknown {
  let value: unknown = document
  for (const part of parts)
    value = isPlainObject(value) && Object.hasOwn(value, part) ? value[part] : undefined
  return value
}

/**
 * A copy with a value under a path; what lies elsewhere is shared. Anything on the way that is no object is
 * replaced by one. An undefined value removes the field.
 */
export function withPath(
  document: Document,
  parts: readonly string[],
  value: unknown,
  at = 0,
): Document {
  const part = parts[at] as string
  const copy = { ...document }
  if (at === parts.length - 1) {
    if (value === undefined) delete copy[part]
    else copy[part] = value
    return copy
  }
  const inner = Object.hasOwn(document, part) ? document[part] : undefined
  copy[part] = withPath(isPlainObject(inner) ? inner : {}, parts, value, at + 1)
  return copy
}

/**
 * The values that a join compares: an array at the end counts by its elements, arrays on the way are walked
 * through, and a number names a position in an array.
 */
export function joinValues(document: Document, parts: readonly string[]): unknown[] {
  const found: unknown[] = []
  visit(document, parts, 0, found)
  return found
}

function visit(holder: Document, parts: readonly string[], at: number, found: unknown[]): void {
  const part = parts[at] as string
  let value: unknown = Object.hasOwn(holder, part) ? holder[part] : undefined
  let next = at + 1
  while (next < parts.length && Array.isArray(value) && /^\d+$/.test(parts[next] as string)) {
    value = value[Number(parts[next])] as unknown
    next += 1
  }
  if (next === parts.length) {
    if (Array.isArray(value)) found.push(...(value as unknown[]))
    else if (value !== undefined) found.push(value)
  } else if (Array.isArray(value)) {
    for (const item of value) if (isPlainObject(item)) visit(item, parts, next, found)
  } else if (isPlainObject(value)) visit(value, parts, next, found)
}
