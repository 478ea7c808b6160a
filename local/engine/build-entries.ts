import { compareValues } from './compare-values'
import type { Document } from './document'
import type { IndexDefinition } from './schema'
import type { IndexEntry } from './entry-blocks'
import type { Version } from './versioned-record'

type Keys = IndexDefinition['keys']

/** The one key of a document whose indexed fields are plain top-level values; null when it takes more care. */
function plainKey(document: Document, keys: Keys): unknown[] | null {
  const first = document[(keys[0] as Keys[0])[0]] ?? null
  if (Array.isArray(first)) return null
  // Array literals of the exact length: an array that grows keeps room for sixteen more, in every entry.
  if (keys.length === 1) return [first]
  const second = document[(keys[1] as Keys[0])[0]] ?? null
  if (Array.isArray(second)) return null
  if (keys.length === 2) return [first, second]
  const key = keys.map(([path]) => document[path] ?? null)
  return key.some(Array.isArray) ? null : key
}

/**
 * Entries of every version, in no order yet.
 * @param keysOf finds the keys of documents with arrays, and of indexes with dotted paths or places
 */
export function collectEntries(
  versions: Iterable<Version>,
  { keys, geo }: IndexDefinition,
  keysOf: (document: Document) => unknown[][],
): IndexEntry[] {
  const plain = !geo && keys.length > 0 && keys.every(([path]) => !path.includes('.'))
  const entries: IndexEntry[] = []
  for (const version of versions) {
    const { document } = version
    if (document === null) continue
    const key = plain ? plainKey(document, keys) : null
    if (key) entries.push({ key, version })
    else for (const tuple of keysOf(document)) entries.push({ key: tuple.slice(), version })
  }
  return entries
}

/** Below this a group is sorted by comparing whole entries. */
const SMALL = 32
/** So many different values are put together even when nearly every entry has its own. */
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
  compare: (left: IndexEntry, right: IndexEntry) => number,
): IndexEntry[] {
  return sortFrom(entries, 0, keys, compare)
}

function sortFrom(
  entries: IndexEntry[],
  level: number,
  keys: Keys,
  compare: (left: IndexEntry, right: IndexEntry) => number,
): IndexEntry[] {
  const order = orderOf(entries, compare)
  if (order === 1) return entries
  if (order === -1) return entries.reverse()
  const key = keys[level]
  const groups = key && entries.length > SMALL ? groupBy(entries, level) : null
  if (!key || !groups) return sortByFirst(entries, level, key?.[1] ?? 1, compare)
  const direction = key[1]
  groups.sort(
    ([left], [right]) =>
      direction * compareValues((left as IndexEntry).key[level], (right as IndexEntry).key[level]),
  )
  return groups.flatMap((group) => sortFrom(group, level + 1, keys, compare))
}

/**
 * Entries with the same value at `level`.
 * @returns null when a value is neither primitive nor a date, or when there are too many for this to pay
 */
function groupBy(entries: IndexEntry[], level: number): IndexEntry[][] | null {
  const groups = new Map<unknown, IndexEntry[]>()
  const dates = new Map<unknown, IndexEntry[]>()
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as IndexEntry
    const value = entry.key[level]
    const plain = instant(value)
    if (typeof plain === 'object' && plain !== null) return null
    const place = plain === value ? groups : dates
    const group = place.get(plain)
    if (group) group.push(entry)
    else if (groups.size + dates.size > Math.max(MOST_GROUPS, i / 4)) return null
    else place.set(plain, [entry])
  }
  return [...groups.values(), ...dates.values()]
}

/** 1 when the entries are in order, -1 when they are against it, 0 otherwise. */
function orderOf(
  entries: IndexEntry[],
  compare: (left: IndexEntry, right: IndexEntry) => number,
): 1 | -1 | 0 {
  let order: 1 | -1 | 0 = 0
  for (let i = 1; i < entries.length; i++) {
    const step = compare(entries[i - 1] as IndexEntry, entries[i] as IndexEntry) > 0 ? -1 : 1
    if (order === 0) order = step
    else if (order !== step) return 0
  }
  return order === 0 ? 1 : order
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

/** Compares whole entries only where the values at `level` are equal. */
function sortByFirst(
  entries: IndexEntry[],
  level: number,
  direction: number,
  compare: (left: IndexEntry, right: IndexEntry) => number,
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
