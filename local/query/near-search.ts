import { boxesOf, rangesFor } from '../geo/cells'
import { EARTH_RADIUS, toVector } from '../geo/vector'
import { candidates, inInterval } from './candidates'
import type { Found, Scope } from './candidates'
import type { Near } from './near-query'
import type { NearPlan } from './plan/plan'
import { cellRange } from './plan/plan-query'

export interface Measured extends Found {
  distance: number
}

/** Radians of the first circle that is searched: 100 m. */
const FIRST = 100 / EARTH_RADIUS

/** Circles beyond this are no longer searched by cells. */
const LARGEST = 1.5

const isWithin = (distance: number | null, near: Near): distance is number =>
  distance !== null && distance >= near.least && distance <= near.most

function* inCircle(scope: Scope, plan: NearPlan, near: Near, radius: number): Generator<Found> {
  const boxes = boxesOf({ centre: toVector(near.centre), radius })
  const ranges = rangesFor(boxes, plan.index.cellLevels)
  for (const equal of plan.prefixes)
    for (const [low, high] of ranges)
      yield* inInterval(scope, plan.index, { equal, range: cellRange(low, high) }, false)
}

/** Radians of the circles to search, each twice as wide as the one before; the last one may be the whole earth. */
function* radii(near: Near, wanted: number): Generator<number> {
  const units = near.unitsPerRadian
  if (units === null) return yield Infinity
  const last = near.most / units
  let radius = Number.isFinite(wanted) ? Math.max(FIRST, (2 * near.least) / units) : Infinity
  for (; radius < last && radius < LARGEST; radius *= 2) yield radius
  yield last < LARGEST ? last : Infinity
}

/**
 * Matches of a near query in the order of their distance, found in widening circles so that a few of many
 * cost little.
 * @param matches the rest of the filter; called once for a document
 * @param wanted how many are enough
 */
export function searchOutwards(
  scope: Scope,
  plan: NearPlan,
  near: Near,
  request: { matches: (found: Found) => boolean; wanted: number },
): Measured[] {
  const seen = new Set<Found['record']>()
  const hits: Measured[] = []
  for (const radius of radii(near, request.wanted)) {
    const source = radius < LARGEST ? inCircle(scope, plan, near, radius) : candidates(scope, plan)
    for (const found of source) {
      if (seen.has(found.record)) continue
      seen.add(found.record)
      const distance = near.distance(found.document)
      if (isWithin(distance, near) && request.matches(found)) hits.push({ ...found, distance })
    }
    // Cells hold more than the circle; what lies beyond it may not be the next nearest.
    const sure = radius * (near.unitsPerRadian ?? 1)
    if (hits.filter(({ distance }) => distance <= sure).length >= request.wanted) break
  }
  return hits.sort((left, right) => left.distance - right.distance)
}

/** Keeps what lies between the distances, nearest first. */
export function byDistance(found: readonly Found[], near: Near): Found[] {
  return found
    .map((item) => ({ item, distance: near.distance(item.document) }))
    .filter((entry): entry is { item: Found; distance: number } => isWithin(entry.distance, near))
    .sort((left, right) => left.distance - right.distance)
    .map(({ item }) => item)
}
