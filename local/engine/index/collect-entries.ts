import type { Document } from '../../ground/document'
import type { IndexEntry } from '../log/entry-blocks'
import type { IndexDefinition } from '../schema'
import { STEP } from './slices'
import type { Steps } from './slices'
import type { Version } from '../transaction/versioned-record'

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
export function* collectEntries(
  versions: Iterable<Version>,
  { keys, geo }: IndexDefinition,
  keysOf: (document: Document) => unknown[][],
): Steps<IndexEntry[]> {
  const plain = !geo && keys.length > 0 && keys.every(([path]) => !path.includes('.'))
  const entries: IndexEntry[] = []
  let seen = 0
  for (const version of versions) {
    if (++seen % STEP === 0) yield
    const { document, record } = version
    if (document === null) continue
    const key = plain ? plainKey(document, keys) : null
    if (key) entries.push({ key, record })
    else for (const tuple of keysOf(document)) entries.push({ key: tuple, record })
  }
  return entries
}
