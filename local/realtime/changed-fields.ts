import { compareValues } from '../ground/compare-values'
import { isPlainObject } from '../ground/document'
import type { Document } from '../ground/document'

export interface ChangedFields {
  /** Dotted path → new value; arrays count as one value. */
  updated: Record<string, unknown>
  /** Dotted paths that are gone. */
  removed: string[]
}

const same = (left: unknown, right: unknown) =>
  Object.is(left, right) ||
  (typeof left === typeof right &&
    JSON.stringify(left) === JSON.stringify(right) &&
    compareValues(left, right) === 0)

/** What `watch()` tells of an update: the fields that differ, down to the first that is no plain object. */
export function changedFields(before: Document, after: Document, prefix = ''): ChangedFields {
  const out: ChangedFields = { updated: {}, removed: [] }
  for (const key of Object.keys(before)) {
    if (!(key in after)) out.removed.push(prefix + key)
  }
  for (const [key, value] of Object.entries(after)) {
    const old = before[key]
    if (isPlainObject(old) && isPlainObject(value)) {
      const inner = changedFields(old, value, `${prefix}${key}.`)
      Object.assign(out.updated, inner.updated)
      out.removed.push(...inner.removed)
    } else if (!(key in before) || !same(old, value)) {
      out.updated[prefix + key] = value
    }
  }
  return out
}
