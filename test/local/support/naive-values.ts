/**
 * What MongoDB's manual says about values, written down once more and as simply as possible, so that tests
 * do not compare the local cloud with itself.
 */
export type Doc = Record<string, unknown>

export const isObject = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Stands for an array without elements where arrays are sorted by an element. */
const NOTHING = Symbol('no element')

function rank(value: unknown): number {
  if (value === NOTHING) return 0
  if (value === null || value === undefined) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (isObject(value)) return 4
  if (Array.isArray(value)) return 5
  if (typeof value === 'boolean') return 6
  return 7
}

/** Order of values of all types. */
export function order(left: unknown, right: unknown): number {
  const ranks = rank(left) - rank(right)
  if (ranks !== 0) return ranks
  if (Array.isArray(left) && Array.isArray(right)) {
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
      const here = order(left[i], right[i])
      if (here !== 0) return here
    }
    return left.length - right.length
  }
  if (isObject(left) && isObject(right))
    return order(Object.entries(left).flat(), Object.entries(right).flat())
  const [a, b] = [left, right].map((value) =>
    value instanceof Date ? value.getTime() : typeof value === 'boolean' ? Number(value) : value,
  ) as [number | string, number | string]
  if (rank(left) < 2) return 0
  return a < b ? -1 : a > b ? 1 : 0
}

export const same = (left: unknown, right: unknown): boolean => order(left, right) === 0

export const sameType = (left: unknown, right: unknown): boolean => rank(left) === rank(right)

export const clone = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(clone) as T
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clone(inner)])) as T
  return value
}

/**
 * What a criterion on `path` looks at: each is one value, `undefined` where a field is missing.
 * Arrays are looked at element by element and then as a whole.
 */
export function valuesUnder(value: unknown, parts: readonly string[]): unknown[] {
  const [part, ...rest] = parts
  if (part === undefined) return Array.isArray(value) ? [...value, value] : [value]
  if (Array.isArray(value)) {
    const named =
      /^\d+$/.test(part) && Number(part) < value.length ? [value[Number(part)] as unknown] : []
    return [
      ...value.filter(isObject).flatMap((item) => valuesUnder(item, parts)),
      ...named.flatMap((item) => {
        if (rest.length === 0) return [item]
        return isObject(item) || Array.isArray(item) ? valuesUnder(item, rest) : []
      }),
    ]
  }
  return isObject(value) && part in value ? valuesUnder(value[part], rest) : [undefined]
}

/** What a document sorts by under one field. */
export function sortValue(doc: Doc, path: string, direction: number): unknown {
  const keys = (value: unknown, parts: readonly string[]): unknown[] => {
    const [part, ...rest] = parts
    if (Array.isArray(value)) {
      if (part === undefined) return value.length === 0 ? [NOTHING] : value
      if (value.length === 0) return [null]
      return value.flatMap((item) => (isObject(item) ? keys(item[part], rest) : [null]))
    }
    if (part === undefined) return [value ?? null]
    return isObject(value) ? keys(value[part], rest) : [null]
  }
  const all = keys(doc, path.split('.'))
  return all.reduce((best, value) => (order(value, best) * direction < 0 ? value : best))
}
