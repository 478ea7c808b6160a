import { arcsOf, distanceToBorder, placeIn } from './loop'
import type { Loop, Place } from './loop'
import type { Position, Vector } from './vector'

/** A polygon: its outer loop, then its holes; the inside of each is on its left. */
export type Area = readonly Loop[]

/** Any GeoJSON geometry, taken apart. Edges are arcs of great circles, as in MongoDB. */
export interface Shape {
  points: Vector[]
  lines: Vector[][]
  areas: Area[]
  /** The degrees of a single point, for the flat shapes ($box, $center, $polygon), which hold points only. */
  position: Position | null
}

/** Where `p` lies; the border of a hole is border of the area. */
export function placeInArea(p: Vector, area: Area): Place {
  let place: Place = 'outside'
  for (let i = 0; i < area.length; i++) {
    const at = placeIn(p, area[i] as Loop)
    if (at === 'border') return 'border'
    if (i === 0) {
      if (at === 'outside') return 'outside'
      place = 'inside'
    } else if (at === 'inside') return 'outside'
  }
  return place
}

export const areaArcs = (area: Area): Array<readonly [Vector, Vector]> => area.flatMap(arcsOf)

export const lineArcs = (line: readonly Vector[]): Array<readonly [Vector, Vector]> =>
  line.slice(1).map((end, i) => [line[i] as Vector, end] as const)

/** Radians from `p` to the nearest point of an area; 0 inside it. */
export function distanceToArea(p: Vector, area: Area): number {
  if (placeInArea(p, area) !== 'outside') return 0
  return Math.min(...area.map((loop) => distanceToBorder(p, loop)))
}
