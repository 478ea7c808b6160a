import { compareValues } from '../../ground/compare-values'
import type { IndexEntry } from '../log/entry-blocks'
import type { IndexDefinition } from '../schema'
import { STEP } from './slices'
import type { Steps } from './slices'

type Keys = IndexDefinition['keys']
type Compare<T> = (left: T, right: T) => number

/** Below this a group is sorted by comparing whole entries. */
const SMALL = 32
/** So many different values are put together even when nearly every entry of a large group has its own. */
const MOST_GROUPS = 2048

const instant = (value: unknown) => (value instanceof Date ? value.getTime() : value)

/**
 * Sorts entries as `compare` would, faster: a field of states or dates has few distinct values, so entries
 * are put together by value first and only the values are compared.
 * @param compare total order of entries; `keys` gives the directions that it follows
 */
export function sortEntries(
  entries: IndexEntry[],
  keys: Keys,
  compare: Compare<IndexEntry>,
): Steps<IndexEntry[]> {
  return sortFrom(entries, 0, keys, compare)
}

/** Sorted entries without those that stand there twice. */
export function* eachOnce(sorted: IndexEntry[], compare: Compare<IndexEntry>): Steps<IndexEntry[]> {
  const once: IndexEntry[] = []
  for (let i = 0; i < sorted.length; i++) {
    if (i % STEP === STEP - 1) yield
    const [last, entry] = [once.at(-1), sorted[i] as IndexEntry]
    // Only entries of one record can be the same, and those need the comparing.
    if (last?.record !== entry.record || compare(last, entry) !== 0) once.push(entry)
  }
  return once
}

function* sortFrom(
  entries: IndexEntry[],
  level: number,
  keys: Keys,
  compare: Compare<IndexEntry>,
): Steps<IndexEntry[]> {
  const order = yield* orderOf(entries, compare)
  if (order === 1) return entries
  if (order === -1) return entries.reverse()
  const key = keys[level]
  const groups = key && entries.length > SMALL ? yield* groupBy(entries, level) : null
  if (!key || !groups) {
    const direction = key?.[1] ?? 1
    const quick = key ? yield* quickCompare(entries, level, direction, compare) : compare
    return yield* sortParts(entries, quick, (part) => sortByFirst(part, level, direction, compare))
  }
  const direction = key[1]
  const byValue = ([left]: IndexEntry[], [right]: IndexEntry[]) =>
    direction * compareValues((left as IndexEntry).key[level], (right as IndexEntry).key[level])
  const sorted: IndexEntry[] = []
  let rest = STEP
  for (const group of yield* sortParts(groups, byValue, (part) => part.sort(byValue))) {
    for (const entry of yield* sortFrom(group, level + 1, keys, compare)) sorted.push(entry)
    rest -= group.length
    if (rest > 0) continue
    rest = STEP
    yield
  }
  return sorted
}

/**
 * Entries with the same value at `level`.
 * @returns null when a value is neither primitive nor a date, or when there are too many for this to pay
 */
function* groupBy(entries: IndexEntry[], level: number): Steps<IndexEntry[][] | null> {
  const most = Math.min(MOST_GROUPS, entries.length / 4)
  const groups = new Map<unknown, IndexEntry[]>()
  const dates = new Map<unknown, IndexEntry[]>()
  for (let i = 0; i < entries.length; i++) {
    if (i % STEP === STEP - 1) yield
    const entry = entries[i] as IndexEntry
    const value = entry.key[level]
    const plain = instant(value)
    if (typeof plain === 'object' && plain !== null) return null
    const place = plain === value ? groups : dates
    const group = place.get(plain)
    if (group) group.push(entry)
    else if (groups.size + dates.size > Math.max(most, i / 4)) return null
    else place.set(plain, [entry])
  }
  return [...groups.values(), ...dates.values()]
}

/** 1 when the entries are in order, -1 when they are against it, 0 otherwise. */
function* orderOf(entries: IndexEntry[], compare: Compare<IndexEntry>): Steps<1 | -1 | 0> {
  let order: 1 | -1 | 0 = 0
  for (let i = 1; i < entries.length; i++) {
    if (i % STEP === 0) yield
    const step = compare(entries[i - 1] as IndexEntry, entries[i] as IndexEntry) > 0 ? -1 : 1
    if (order === 0) order = step
    else if (order !== step) return 0
  }
  return order === 0 ? 1 : order
}

/** Sorts parts of at most `STEP` elements each by itself, and then merges them two by two. */
function* sortParts<T>(list: T[], compare: Compare<T>, sort: (part: T[]) => T[]): Steps<T[]> {
  if (list.length <= STEP) return sort(list)
  let parts: T[][] = []
  for (let at = 0; at < list.length; at += STEP) {
    parts.push(sort(list.slice(at, at + STEP)))
    yield
  }
  while (parts.length > 1) {
    const merged: T[][] = []
    for (let i = 0; i < parts.length; i += 2) {
      const [left, right] = [parts[i] as T[], parts[i + 1]]
      merged.push(right ? yield* merge(left, right, compare) : left)
    }
    parts = merged
  }
  return parts[0] as T[]
}

function* merge<T>(left: T[], right: T[], compare: Compare<T>): Steps<T[]> {
  const merged: T[] = []
  let l = 0
  let r = 0
  while (l < left.length || r < right.length) {
    if (merged.length % STEP === STEP - 1) yield
    const takeLeft =
      r === right.length || (l < left.length && compare(left[l] as T, right[r] as T) <= 0)
    merged.push((takeLeft ? left[l++] : right[r++]) as T)
  }
  return merged
}

const SURROGATE = /[\ud800-\udfff]/

/** All numbers, or all strings that JavaScript compares as `compareValues` does; null otherwise. */
function uniformValues(entries: IndexEntry[], level: number): (number | string)[] | null {
  const values: (number | string)[] = []
  const type = typeof instant(entries[0]?.key[level])
  const dates = entries[0]?.key[level] instanceof Date
  for (const entry of entries) {
    const value = entry.key[level]
    const plain = instant(value)
    if (typeof plain !== type || value instanceof Date !== dates) return null
    if (typeof plain === 'number' ? Number.isNaN(plain) : typeof plain !== 'string') return null
    if (typeof plain === 'string' && SURROGATE.test(plain)) return null
    values.push(plain as number | string)
  }
  return values
}

/**
 * As `compare` orders entries that are equal up to `level`, which is what parts of them are merged by.
 * JavaScript's own comparing is many times faster than one unit after the other.
 */
function* quickCompare(
  entries: readonly IndexEntry[],
  level: number,
  direction: number,
  compare: Compare<IndexEntry>,
): Steps<Compare<IndexEntry>> {
  if (entries.length <= STEP) return compare
  for (let i = 0; i < entries.length; i++) {
    if (i % STEP === STEP - 1) yield
    const value = (entries[i] as IndexEntry).key[level]
    if (typeof value !== 'string' || SURROGATE.test(value)) return compare
  }
  return (left, right) => {
    const a = left.key[level] as string
    const b = right.key[level] as string
    return a === b ? compare(left, right) : a < b ? -direction : direction
  }
}

/** Compares whole entries only where the values at `level` are equal. */
function sortByFirst(
  entries: IndexEntry[],
  level: number,
  direction: number,
  compare: Compare<IndexEntry>,
): IndexEntry[] {
  const values = entries.length > SMALL ? uniformValues(entries, level) : null
  if (!values) return entries.sort(compare)
  const places = Uint32Array.from(values, (_value, i) => i).sort((left, right) => {
    const a = values[left] as number | string
    const b = values[right] as number | string
    if (a === b) return compare(entries[left] as IndexEntry, entries[right] as IndexEntry)
    return a < b ? -direction : direction
  })
  return Array.from(places, (place) => entries[place] as IndexEntry)
}
