import { isObject, order, same, sameType, sortValue, valuesUnder } from './naive-values'
import type { Doc } from './naive-values'

type Test = (value: unknown) => boolean

const equal =
  (wanted: unknown): Test =>
  (value) =>
    wanted === null
      ? value === null || value === undefined
      : value !== undefined && same(value, wanted)

const bound =
  (wanted: unknown, holds: (compared: number) => boolean): Test =>
  (value) =>
    value !== undefined && sameType(value, wanted) && holds(order(value, wanted))

/** Whether any value under the path passes. */
const any = (doc: unknown, path: string, test: Test) =>
  valuesUnder(doc, path === '' ? [] : path.split('.')).some(test)

/** The arrays under the path, as a whole. */
const arrays = (doc: unknown, path: string) =>
  valuesUnder(doc, path === '' ? [] : path.split('.')).filter((value) =>
    Array.isArray(value),
  ) as unknown[][]

function operatorHolds(doc: unknown, path: string, operator: string, wanted: unknown): boolean {
  switch (operator) {
    case '$eq':
      return any(doc, path, equal(wanted))
    case '$ne':
      return !any(doc, path, equal(wanted))
    case '$in':
      return (wanted as unknown[]).some((item) => any(doc, path, equal(item)))
    case '$nin':
      return !(wanted as unknown[]).some((item) => any(doc, path, equal(item)))
    case '$gt':
      return any(
        doc,
        path,
        bound(wanted, (compared) => compared > 0),
      )
    case '$gte':
      return any(
        doc,
        path,
        bound(wanted, (compared) => compared >= 0),
      )
    case '$lt':
      return any(
        doc,
        path,
        bound(wanted, (compared) => compared < 0),
      )
    case '$lte':
      return any(
        doc,
        path,
        bound(wanted, (compared) => compared <= 0),
      )
    case '$exists':
      return any(doc, path, (value) => value !== undefined) === wanted
    case '$size':
      return arrays(doc, path).some((array) => array.length === wanted)
    case '$all':
      return (
        (wanted as unknown[]).length > 0 &&
        (wanted as unknown[]).every((item) => any(doc, path, equal(item)))
      )
    case '$mod': {
      const [divisor, rest] = wanted as [number, number]
      return any(
        doc,
        path,
        (value) => typeof value === 'number' && Math.trunc(value) % divisor === rest,
      )
    }
    case '$not':
      return !conditionHolds(doc, path, wanted)
    case '$elemMatch':
      return arrays(doc, path).some((array) =>
        array.some((item) => elementHolds(item, wanted as Doc)),
      )
    default:
      throw new Error(`the naive model does not know ${operator}`)
  }
}

function elementHolds(item: unknown, criteria: Doc): boolean {
  if (Object.keys(criteria).some((key) => key.startsWith('$')))
    // An operator on the element itself: an array inside the array is not looked into.
    return Object.entries(criteria).every(([operator, wanted]) =>
      operatorHolds(Array.isArray(item) ? { '': item } : item, '', operator, wanted),
    )
  return isObject(item) && filterHolds(item, criteria)
}

function conditionHolds(doc: unknown, path: string, condition: unknown): boolean {
  if (condition instanceof RegExp)
    return any(doc, path, (value) => typeof value === 'string' && condition.test(value))
  if (isObject(condition) && Object.keys(condition).some((key) => key.startsWith('$')))
    return Object.entries(condition).every(([operator, wanted]) =>
      operatorHolds(doc, path, operator, wanted),
    )
  return any(doc, path, equal(condition))
}

export function filterHolds(doc: Doc, filter: Doc): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    if (key === '$and') return (condition as Doc[]).every((part) => filterHolds(doc, part))
    if (key === '$or') return (condition as Doc[]).some((part) => filterHolds(doc, part))
    if (key === '$nor') return !(condition as Doc[]).some((part) => filterHolds(doc, part))
    return conditionHolds(doc, key, condition)
  })
}

/** Values that a document sorts by. */
export const sortValues = (doc: Doc, sort: Array<[string, number]>): unknown[] =>
  sort.map(([path, direction]) => sortValue(doc, path, direction))

export function sortNaively(docs: Doc[], sort: Array<[string, number]>): Doc[] {
  return [...docs].sort((left, right) => {
    for (const [path, direction] of sort) {
      const compared = order(sortValue(left, path, direction), sortValue(right, path, direction))
      if (compared !== 0) return compared * direction
    }
    return 0
  })
}

/** A projection of fields that is all 1 or all 0, apart from `_id`. */
export function projectNaively(doc: Doc, projection: Record<string, number> | null): Doc {
  if (!projection) return doc
  const fields = Object.entries(projection).filter(([path]) => path !== '_id')
  const excluding = fields.length > 0 ? fields[0]![1] === 0 : projection._id === 0
  const out: Doc = {}
  for (const [key, value] of Object.entries(doc)) {
    if (key === '_id') {
      if (projection._id !== 0) out._id = value
      continue
    }
    const named = fields.find(([path]) => path.split('.')[0] === key)
    const inner = named?.[0].split('.')[1]
    if (!named) {
      if (excluding) out[key] = value
    } else if (inner === undefined) {
      if (!excluding) out[key] = value
    } else {
      const kept = projectInner(value, inner, excluding)
      if (kept !== undefined) out[key] = kept
    }
  }
  return out
}

function projectInner(value: unknown, field: string, excluding: boolean): unknown {
  if (Array.isArray(value))
    return value
      .map((item) => projectInner(item, field, excluding))
      .filter((item) => item !== undefined)
  if (!isObject(value)) return excluding ? value : undefined
  return Object.fromEntries(Object.entries(value).filter(([key]) => (key === field) !== excluding))
}
