import { compareValues } from './compare-values'
import type { Document } from './document'
import type { IndexDefinition } from './schema'
import type { IndexEntry } from './sorted-index'
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
  if (inOrder(entries, compare)) return entries
  const key = keys[level]
  const groups = key && entries.length > SMALL ? groupBy(entries, level) : null
  if (!key || !groups || groups.length > entries.length / 4) return entries.sort(compare)
  const direction = key[1]
  groups.sort(
    ([left], [right]) =>
      direction * compareValues((left as IndexEntry).key[level], (right as IndexEntry).key[level]),
  )
  return groups.flatMap((group) => sortFrom(group, level + 1, keys, compare))
}

/** Entries with the same value at `level`; null when a value is neither primitive nor a date. */
function groupBy(entries: IndexEntry[], level: number): IndexEntry[][] | null {
  const groups = new Map<unknown, IndexEntry[]>()
  const dates = new Map<unknown, IndexEntry[]>()
  for (const entry of entries) {
    const value = entry.key[level]
    const plain = instant(value)
    if (typeof plain === 'object' && plain !== null) return null
    const place = plain === value ? groups : dates
    const group = place.get(plain)
    if (group) group.push(entry)
    else place.set(plain, [entry])
  }
  return [...groups.values(), ...dates.values()]
}

function inOrder(
  entries: IndexEntry[],
  compare: (left: IndexEntry, right: IndexEntry) => number,
): boolean {
  for (let i = 1; i < entries.length; i++) {
    if (compare(entries[i - 1] as IndexEntry, entries[i] as IndexEntry) > 0) return false
  }
  return true
}
