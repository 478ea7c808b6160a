import { isPlainObject } from '../engine/document'
import { requestFailed } from '../wire/cloud-error'

type Position = [longitude: number, latitude: number]

/** Metres, the radius MongoDB uses; with atan2 and this order of factors the result is bit-exact with the cloud. */
const EARTH_RADIUS = 6378100

const radians = (degrees: number) => (Math.PI / 180) * degrees

type Vector = [number, number, number]

function toVector([longitude, latitude]: Position): Vector {
  const phi = radians(latitude)
  const lambda = radians(longitude)
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const length = (a: Vector) => Math.sqrt(dot(a, a))

/** Angle between two positions in radians. */
const angle = (from: Position, to: Position) => {
  const [a, b] = [toVector(from), toVector(to)]
  return Math.atan2(length(cross(a, b)), dot(a, b))
}

/** Metres between two positions given as [longitude, latitude] in degrees. */
export const metresBetween = (from: Position, to: Position) => EARTH_RADIUS * angle(from, to)

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number'

/** The position of a GeoJSON point or a legacy [longitude, latitude] pair; null for anything else. */
export function positionOf(value: unknown): Position | null {
  if (isPosition(value)) return value
  if (isPlainObject(value) && value.type === 'Point' && isPosition(value.coordinates))
    return value.coordinates
  return null
}

/** Metres from a stored point to the point of `$nearSphere`; null when the field holds no point. */
export function distanceToGeometry(field: unknown, argument: unknown): number | null {
  const target = positionOf(
    isPlainObject(argument) && argument.$geometry ? argument.$geometry : argument,
  )
  if (!target) throw requestFailed('geo near query needs a point')
  const place = positionOf(field)
  return place ? metresBetween(target, place) : null
}

/** Ray casting in degrees; a position on the border counts as inside, as MongoDB counts it. */
function inRing([x, y]: Position, ring: Position[]): boolean {
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

function inPolygon(position: Position, rings: Position[][]): boolean {
  const [outer, ...holes] = rings
  return (
    outer !== undefined && inRing(position, outer) && !holes.some((hole) => inRing(position, hole))
  )
}

interface Geometry {
  type: string
  coordinates: unknown
}

function geometryOf(value: unknown): Geometry | null {
  if (isPosition(value)) return { type: 'Point', coordinates: value }
  if (isPlainObject(value) && typeof value.type === 'string' && Array.isArray(value.coordinates)) {
    return value as unknown as Geometry
  }
  return null
}

/** Polygons of a Polygon or MultiPolygon. */
function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates as Position[][]]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates as Position[][][]
  return []
}

function linesOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates as Position[]]
    case 'MultiLineString':
      return geometry.coordinates as Position[][]
    default:
      return polygonsOf(geometry).flat()
  }
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates as Position]
  if (geometry.type === 'MultiPoint') return geometry.coordinates as Position[]
  return linesOf(geometry).flat()
}

const side = (a: Position, b: Position, p: Position) =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))

const onSegment = (a: Position, b: Position, p: Position) =>
  side(a, b, p) === 0 &&
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])

function segmentsMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) return true
  return onSegment(a, b, c) || onSegment(a, b, d) || onSegment(c, d, a) || onSegment(c, d, b)
}

const segments = (line: Position[]) =>
  line.slice(1).map((end, i) => [line[i] as Position, end] as const)

/** `$geoWithin` with `$geometry` (polygons) or `$centerSphere` ([[lng, lat], radians]). */
export function geoWithin(field: unknown, argument: unknown): boolean {
  const geometry = geometryOf(field)
  if (!geometry || !isPlainObject(argument)) return false
  const positions = positionsOf(geometry)
  const sphere = argument.$centerSphere ?? argument.$center
  if (Array.isArray(sphere)) {
    const [centre, radius] = sphere as [unknown, unknown]
    if (!isPosition(centre) || typeof radius !== 'number')
      throw requestFailed('$centerSphere needs [[lng, lat], radius]')
    return positions.every((position) => angle(centre, position) <= radius)
  }
  const area = geometryOf(argument.$geometry)
  if (!area || polygonsOf(area).length === 0)
    throw requestFailed('$geoWithin needs a Polygon or MultiPolygon')
  const polygons = polygonsOf(area)
  return (
    positions.length > 0 &&
    positions.every((position) => polygons.some((rings) => inPolygon(position, rings)))
  )
}

/** `$geoIntersects` with any GeoJSON geometry on either side, edges as straight lines in degrees. */
export function geoIntersects(field: unknown, argument: unknown): boolean {
  const left = geometryOf(field)
  const right = isPlainObject(argument) ? geometryOf(argument.$geometry) : null
  if (!right) throw requestFailed('$geoIntersects needs a $geometry')
  if (!left) return false
  const touches = (points: Geometry, area: Geometry) =>
    positionsOf(points).some(
      (position) =>
        polygonsOf(area).some((rings) => inPolygon(position, rings)) ||
        positionsOf(area).some((other) => other[0] === position[0] && other[1] === position[1]) ||
        linesOf(area).some((line) => segments(line).some(([a, b]) => onSegment(a, b, position))),
    )
  if (touches(left, right) || touches(right, left)) return true
  return linesOf(left).some((line) =>
    linesOf(right).some((other) =>
      segments(line).some(([a, b]) => segments(other).some(([c, d]) => segmentsMeet(a, b, c, d))),
    ),
  )
}
