import type { Shape } from './shape'
import { add, angle, length, toPosition, unit } from './vector'
import type { Position, Vector } from './vector'

/** Finest level of the quadtree over longitude and latitude: cells of 2 m or less. */
const FINEST = 24

/** Everything within `radius` radians of `centre`. */
export interface Cap {
  centre: Vector
  radius: number
}

/** Degrees; `west` is never more than `east`. */
export interface Box {
  west: number
  east: number
  south: number
  north: number
}

const degrees = (radians: number) => (radians * 180) / Math.PI

/** Widens what is computed in another way than the predicates compute it: 0.1 mm. */
const MARGIN = 1e-9

/** A cap that holds the shape; null when none smaller than about a hemisphere does. */
export function capAround(shape: Shape): Cap | null {
  const vertices = [
    ...shape.points,
    ...shape.lines.flat(),
    ...shape.areas.map(([outer]) => outer ?? []).flat(),
  ]
  let sum: Vector = [0, 0, 0]
  for (const vertex of vertices) sum = add(sum, vertex)
  if (length(sum) < 1e-6) return null
  const centre = unit(sum)
  const radius = Math.max(...vertices.map((vertex) => angle(centre, vertex)))
  // Caps below a hemisphere are convex: with the vertices they hold the arcs and what the arcs enclose.
  return radius > 1.4 ? null : { centre, radius }
}

/** Boxes of degrees that hold a cap: two where it crosses the date line. */
export function boxesOf({ centre, radius }: Cap): Box[] {
  const [longitude, latitude] = toPosition(centre)
  const reach = degrees(radius) + 1e-7
  const south = Math.max(-90, latitude - reach)
  const north = Math.min(90, latitude + reach)
  const ratio = Math.sin(radius + MARGIN) / Math.cos((latitude * Math.PI) / 180)
  if (south <= -90 || north >= 90 || radius > 1.5 || !(ratio < 1))
    return [{ west: -180, east: 180, south, north }]
  const half = degrees(Math.asin(ratio)) + 1e-7
  const west = longitude - half
  const east = longitude + half
  if (west < -180)
    return [
      { west: west + 360, east: 180, south, north },
      { west: -180, east, south, north },
    ]
  if (east > 180)
    return [
      { west, east: 180, south, north },
      { west: -180, east: east - 360, south, north },
    ]
  return [{ west, east, south, north }]
}

/** Puts a zero bit between the bits of a 12-bit number. */
function spread(value: number): number {
  let bits = value & 0xfff
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}

/** Number of a cell among those of its level, in the order of the Z curve (48 bits at the finest). */
function codeOf(x: number, y: number): number {
  const low = spread(x) | (spread(y) << 1)
  const high = spread(x >>> 12) | (spread(y >>> 12) << 1)
  return high * 2 ** 24 + low
}

const sizeAt = (level: number) => 4 ** (FINEST - level)

/**
 * Key of a cell. Keys of the cells inside one lie in a contiguous range around its own, so that a range of
 * keys finds a cell and everything in it.
 */
const cellKey = (code: number, level: number) => (2 * code + 1) * sizeAt(level)

const column = (longitude: number, level: number) =>
  Math.min(2 ** level - 1, Math.max(0, Math.floor(((longitude + 180) / 360) * 2 ** level)))

const row = (latitude: number, level: number) =>
  Math.min(2 ** level - 1, Math.max(0, Math.floor(((latitude + 90) / 180) * 2 ** level)))

export interface CellKeys {
  keys: number[]
  level: number
}

const pointKey = ([longitude, latitude]: Position) =>
  cellKey(codeOf(column(longitude, FINEST), row(latitude, FINEST)), FINEST)

/** Cells that together hold the shape: one for a point, else a few of the size of the shape. */
export function cellsOf(shape: Shape): CellKeys[] {
  if (shape.position) return [{ keys: [pointKey(shape.position)], level: FINEST }]
  const cap = capAround(shape)
  if (!cap) return [{ keys: [cellKey(0, 0)], level: 0 }]
  return boxesOf(cap).map((box) => {
    const width = Math.max((box.east - box.west) / 360, (box.north - box.south) / 180, 2 ** -FINEST)
    const level = Math.max(0, Math.min(FINEST, Math.floor(-Math.log2(width))))
    const keys: number[] = []
    for (let x = column(box.west, level); x <= column(box.east, level); x++)
      for (let y = row(box.south, level); y <= row(box.north, level); y++)
        keys.push(cellKey(codeOf(x, y), level))
    return { keys, level }
  })
}

export type KeyRange = [low: number, high: number]

/**
 * Ranges of cell keys under which everything that touches the boxes is found, in order and apart from each other.
 * @param levels those at which cells of stored geometries may stand
 */
export function rangesFor(boxes: readonly Box[], levels: ReadonlySet<number>): KeyRange[] {
  const ranges = boxes.flatMap((box) => boxRanges(box, levels))
  ranges.sort((left, right) => left[0] - right[0])
  const merged: KeyRange[] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last && range[0] <= last[1] + 1) last[1] = Math.max(last[1], range[1])
    else merged.push([...range])
  }
  return merged
}

function boxRanges(box: Box, levels: ReadonlySet<number>): KeyRange[] {
  const out: KeyRange[] = []
  const width = Math.max(box.east - box.west, 1e-5) / 360
  const height = Math.max(box.north - box.south, 1e-5) / 180
  // About four cells along the longer side: fewer ranges against fewer documents read in vain.
  const deepest = Math.min(FINEST, Math.max(0, Math.ceil(-Math.log2(Math.max(width, height))) + 2))
  const visit = (x: number, y: number, level: number): void => {
    const [dx, dy] = [360 / 2 ** level, 180 / 2 ** level]
    const [west, south] = [x * dx - 180, y * dy - 90]
    if (west > box.east || west + dx < box.west) return
    if (south > box.north || south + dy < box.south) return
    const size = sizeAt(level)
    const code = codeOf(x, y)
    const inside =
      west >= box.west && west + dx <= box.east && south >= box.south && south + dy <= box.north
    if (inside || level === deepest) {
      out.push([2 * code * size, 2 * (code + 1) * size - 1])
      return
    }
    // A geometry as large as this cell stands under the cell itself.
    if (levels.has(level)) out.push([cellKey(code, level), cellKey(code, level)])
    for (const [i, j] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      visit(2 * x + i, 2 * y + j, level + 1)
  }
  visit(0, 0, 0)
  return out
}
