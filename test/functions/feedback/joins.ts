import type { Doc } from '@/cloudfunctions/_stores/document'

/**
 * A reader of a copy of the database, without the key: goes from document to document by what
 * they share, as somebody would who looks for who reported.
 */

type Dump = ReadonlyMap<string, readonly Doc[]>

interface Place {
  readonly collection: string
  readonly doc: Doc
}

const dayMs = 86_400_000
const beijingMs = 8 * 3_600_000

/** The beginning of a Beijing day says nothing that the day does not say. */
const isDayStart = (value: number): boolean => (value + beijingMs) % dayMs === 0
const isInstant = (value: unknown): value is number =>
  typeof value === 'number' && value > 1e12 && !isDayStart(value)

/** Instants this close are one call's, or one call and the next of the same person. */
const closeMs = 3 * 60_000

const leavesOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  if (value && typeof value === 'object') return Object.values(value).flatMap(leavesOf)
  return [value]
}

/** Ids and digests also where they stand inside a path, an order or another id. */
const wordsOf = (doc: Doc): string[] =>
  leavesOf(doc).flatMap((leaf) =>
    typeof leaf === 'string' ? (leaf.match(/[0-9A-Za-z_-]{12,}/g) ?? []) : [],
  )

const instantsOf = (doc: Doc): number[] => leavesOf(doc).filter(isInstant)

/**
 * Steps by which somebody gets from a document that holds `from` to one that holds `to`; null
 * when nobody gets there.
 *
 * @param known words that stand in many documents for another reason: units, roles, regions
 */
export const wayBetween = (
  all: Dump,
  from: string,
  to: string,
  known: ReadonlySet<string>,
): string[] | null => {
  const places: Place[] = [...all].flatMap(([collection, docs]) =>
    docs.map((doc) => ({ collection, doc })),
  )
  const byWord = new Map<string, Place[]>()
  for (const place of places)
    for (const word of new Set(wordsOf(place.doc)))
      if (!known.has(word)) byWord.set(word, [...(byWord.get(word) ?? []), place])
  const timed = places.flatMap((place) =>
    instantsOf(place.doc).map((instant) => ({ place, instant })),
  )

  const reached = new Map<Place, string[]>()
  let edge = byWord.get(from) ?? []
  for (const place of edge) reached.set(place, [`${place.collection} holds ${from}`])
  while (edge.length > 0) {
    const next: Place[] = []
    const step = (place: Place, way: string[], what: string) => {
      if (reached.has(place)) return
      reached.set(place, [...way, `${place.collection} by ${what}`])
      next.push(place)
    }
    for (const place of edge) {
      const way = reached.get(place)!
      if (wordsOf(place.doc).includes(to)) return [...way, `names ${to}`]
      for (const word of new Set(wordsOf(place.doc)))
        for (const other of byWord.get(word) ?? []) step(other, way, word)
      for (const instant of instantsOf(place.doc))
        for (const other of timed)
          if (Math.abs(other.instant - instant) <= closeMs)
            step(other.place, way, new Date(other.instant).toISOString())
    }
    edge = next
  }
  return null
}
