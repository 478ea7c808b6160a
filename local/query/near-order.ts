import { isPlainObject } from '../engine/document'
import type { Filter } from './compile-filter'
import { distanceToGeometry } from './geo-predicates'

/** Reads a dotted path through plain objects only: a point is never looked for inside arrays. */
function plainField(document: Filter, path: string): unknown {
  let value: unknown = document
  for (const part of path.split('.')) value = isPlainObject(value) ? value[part] : undefined
  return value
}

/** Distance function of the filter's `$near` or `$nearSphere`, which also orders the result; null without one. */
export function nearOrder(filter: Filter): ((document: Filter) => number) | null {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition.filter(isPlainObject)) {
        const found = nearOrder(part)
        if (found) return found
      }
    } else if (isPlainObject(condition)) {
      const target = condition.$nearSphere ?? condition.$near
      if (target !== undefined)
        return (document) => distanceToGeometry(plainField(document, key), target) ?? Infinity
    }
  }
  return null
}
