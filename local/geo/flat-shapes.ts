import type { Box } from './cells'
import { BadGeometry, readFlatPoint } from './parse-position'
import type { Position } from './vector'

/** `$box`, `$polygon` or `$center`: straight lines on a plane of degrees, which hold points only. */
export interface FlatRegion {
  holds: (position: Position) => boolean
  box: Box
}

const boxAround = (points: readonly Position[], margin = 0): Box => {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return {
    west: Math.min(...xs) - margin,
    east: Math.max(...xs) + margin,
    south: Math.min(...ys) - margin,
    north: Math.max(...ys) + margin,
  }
}

const listOf = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null)
    throw new BadGeometry('Point must be an array or object')
  return Object.values(value)
}

export function flatBox(value: unknown): FlatRegion {
  const [one, two] = listOf(value)
  const box = boxAround([readFlatPoint(one, false), readFlatPoint(two, false)])
  return {
    box,
    holds: ([x, y]) => x >= box.west && x <= box.east && y >= box.south && y <= box.north,
  }
}

/** Reads [centre, radius]. */
export function readCircle(value: unknown): { centre: Position; radius: number } {
  const [centre, radius, ...more] = listOf(value)
  const position = readFlatPoint(centre, false)
  if (typeof radius !== 'number' || !(radius >= 0))
    throw new BadGeometry('radius must be a non-negative number')
  if (more.length > 0) throw new BadGeometry('Only 2 fields allowed for circular region')
  return { centre: position, radius }
}

export function flatCircle(value: unknown): FlatRegion {
  const { centre, radius } = readCircle(value)
  const [cx, cy] = centre
  return {
    box: boxAround([centre], radius),
    holds: ([x, y]) => Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy)) <= radius,
  }
}

/** Ray casting; a position on the border counts as inside. */
function inRing([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Position
    const [xj, yj] = ring[j] as Position
    const turn = (xj - xi) * (y - yi) - (yj - yi) * (x - xi)
    const between =
      Math.min(xi, xj) <= x &&
      x <= Math.max(xi, xj) &&
      Math.min(yi, yj) <= y &&
      y <= Math.max(yi, yj)
    if (turn === 0 && between) return true
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

export function flatPolygon(value: unknown): FlatRegion {
  const ring = listOf(value).map((point) => readFlatPoint(point, false))
  if (ring.length < 3) throw new BadGeometry('Polygon must have at least 3 points')
  return { box: boxAround(ring), holds: (position) => inRing(position, ring) }
}
