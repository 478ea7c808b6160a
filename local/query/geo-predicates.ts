import { bsonText } from '../ground/bson-text'
import { isPlainObject } from '../ground/document'
import { boxesOf, capAround } from '../geo/cells'
import type { Box } from '../geo/cells'
import { flatBox, flatCircle, flatPolygon, readCircle } from '../geo/flat-shapes'
import { isLegacyPoint, legacyShape, parseGeoJson } from '../geo/parse-geometry'
import { BadGeometry, inBounds, readFlatPoint } from '../geo/parse-position'
import { shapesMeet, withinAreas, withinCap } from '../geo/relate-shapes'
import type { Shape } from '../geo/shape'
import { storedShapes } from '../geo/stored-shapes'
import { toVector } from '../geo/vector'
import type { Position } from '../geo/vector'
import { requestFailed } from '../ground/cloud-error'

/** A `$geoWithin` or `$geoIntersects`, read once for a whole query. */
export interface GeoTest {
  /** Whether the stored value passes; a value that is no geometry does not. */
  matches: (field: unknown) => boolean
  /** Degrees outside of which nothing passes; null when that cannot be said. */
  boxes: readonly Box[] | null
}

const boxesAround = (shape: Shape): Box[] | null => {
  const cap = capAround(shape)
  return cap && boxesOf(cap)
}

const anyShape =
  (test: (shape: Shape) => boolean) =>
  (field: unknown): boolean =>
    storedShapes(field).some(test)

/** Legacy pairs out of bounds are on no sphere. */
const onSphere = (shape: Shape) =>
  shape.points.length > 0 || shape.lines.length > 0 || shape.areas.length > 0

function withinGeometry(value: unknown, argument: unknown): GeoTest {
  const container = geometryOf(value)
  if (container.areas.length === 0)
    throw new BadGeometry(
      `$within not supported with provided geometry: ${bsonText({ $geoWithin: argument })}`,
    )
  return {
    matches: anyShape((shape) => onSphere(shape) && withinAreas(shape, container.areas)),
    boxes: boxesAround({ ...container, points: [], lines: [] }),
  }
}

function withinSphere(value: unknown): GeoTest {
  const { centre, radius } = readCircle(value)
  if (!inBounds(centre))
    throw new BadGeometry(
      `longitude/latitude is out of bounds, lng: ${centre[0]} lat: ${centre[1]}`,
    )
  const vector = toVector(centre)
  return {
    matches: anyShape((shape) => onSphere(shape) && withinCap(shape, vector, radius)),
    boxes: radius < 1.5 ? boxesOf({ centre: vector, radius }) : null,
  }
}

function geometryOf(value: unknown): Shape {
  if (isLegacyPoint(value)) return legacyShape(readFlatPoint(value, false))
  if (!isPlainObject(value)) throw new BadGeometry(`unknown geo specifier: ${bsonText(value)}`)
  return parseGeoJson(value)
}

function flatTest(name: string, value: unknown): GeoTest | null {
  const read = { $box: flatBox, $center: flatCircle, $polygon: flatPolygon }[name]
  if (!read) return null
  const { holds, box } = read(value)
  return {
    matches: anyShape(({ position }) => position !== null && holds(position)),
    boxes: [box],
  }
}

/** The one specifier (`$geometry`, `$box`, …) in the argument of a geo operator. */
function specifier(argument: unknown): [name: string, value: unknown] {
  if (!isPlainObject(argument)) throw new BadGeometry('geometry must be an object')
  const found = Object.entries(argument)
    .filter(([name]) => name !== '$uniqueDocs')
    .at(-1)
  if (!found) throw new BadGeometry("geo query doesn't have any geometry")
  return found
}

const inMongoWords = (read: (argument: unknown) => GeoTest) => (argument: unknown) => {
  try {
    return read(argument)
  } catch (error) {
    if (error instanceof BadGeometry) throw requestFailed(error.message)
    throw error
  }
}

/**
 * `$geoWithin`: `$geometry` (polygons, edges along great circles), `$centerSphere` (radians), or the flat
 * `$box`, `$center` and `$polygon` (degrees). A border belongs to what it encloses.
 * @throws CloudError DATABASE_REQUEST_FAILED with MongoDB's words
 */
export const readGeoWithin = inMongoWords((argument) => {
  const [name, value] = specifier(argument)
  if (name === '$geometry') return withinGeometry(value, argument)
  if (name === '$centerSphere') return withinSphere(value)
  const flat = flatTest(name, value)
  if (!flat) throw new BadGeometry(`unknown geo specifier: ${name}: ${bsonText(value)}`)
  return flat
})

/**
 * `$geoIntersects` with any `$geometry`.
 * @throws CloudError DATABASE_REQUEST_FAILED with MongoDB's words
 */
export const readGeoIntersects = inMongoWords((argument) => {
  const [name, value] = specifier(argument)
  const text = () => bsonText({ $geoIntersects: argument })
  if (['$box', '$center', '$polygon', '$centerSphere'].includes(name))
    throw new BadGeometry(`$geoIntersect not supported with provided geometry: ${text()}`)
  if (name !== '$geometry')
    throw new BadGeometry(`unknown geo specifier: ${name}: ${bsonText(value)}`)
  const wanted = geometryOf(value)
  if (!onSphere(wanted))
    throw new BadGeometry(`$geoIntersect not supported with provided geometry: ${text()}`)
  return { matches: anyShape((shape) => shapesMeet(wanted, shape)), boxes: boxesAround(wanted) }
})

/** The position of a GeoJSON point or a legacy [longitude, latitude] pair; null for anything else. */
export const positionOf = (value: unknown): Position | null =>
  storedShapes(value)[0]?.position ?? null
