import { bsonText } from '../ground/bson-text'
import { isPlainObject } from '../ground/document'
import { parseArea, parseBigArea } from './parse-area'
import { BadGeometry, readPositions, inBounds, readFlatPoint } from './parse-position'
import { samePoint } from './arc'
import type { Shape } from './shape'
import { toVector } from './vector'
import type { Position, Vector } from './vector'

type Fields = Record<string, unknown>

const emptyShape = (): Shape => ({ points: [], lines: [], areas: [], position: null })

const STRICT_WINDING = 'urn:x-mongodb:crs:strictwinding:EPSG:4326'

/** Whether the geometry asks for strict winding. @throws BadGeometry for a reference system MongoDB does not know */
function readStrictWinding(geometry: Fields): boolean {
  const { crs } = geometry
  if (crs === undefined) return false
  if (!isPlainObject(crs)) throw new BadGeometry('GeoJSON CRS must be an object')
  if (crs.type !== 'name') throw new BadGeometry('GeoJSON CRS must have field "type": "name"')
  if (!isPlainObject(crs.properties))
    throw new BadGeometry('CRS must have field "properties" which is an object')
  const { name } = crs.properties
  if (typeof name !== 'string') throw new BadGeometry('In CRS, "properties.name" must be a string')
  if (name === 'urn:ogc:def:crs:OGC:1.3:CRS84' || name === 'EPSG:4326') return false
  if (name !== STRICT_WINDING) throw new BadGeometry(`Unknown CRS name: ${name}`)
  if (geometry.type !== 'Polygon')
    throw new BadGeometry('Strict winding order is only supported by polygon')
  return true
}

function parseLine(value: unknown): Vector[] {
  const vectors = readPositions(value).map(toVector)
  const line = vectors.filter(
    (vector, i) => i === 0 || !samePoint(vector, vectors[i - 1] as Vector),
  )
  if (line.length < 2)
    throw new BadGeometry(`GeoJSON LineString must have at least 2 vertices: ${bsonText(value)}`)
  return line
}

function parts(geometry: Fields, kind: string): unknown[] {
  const { coordinates } = geometry
  if (!Array.isArray(coordinates)) throw new BadGeometry(`${kind} coordinates must be an array`)
  if (coordinates.length === 0)
    throw new BadGeometry(`${kind} coordinates must have at least 1 element`)
  return coordinates as unknown[]
}

function addPoint(shape: Shape, geometry: Fields): void {
  const position = readFlatPoint(geometry.coordinates, true)
  if (!inBounds(position))
    throw new BadGeometry(
      `longitude/latitude is out of bounds, lng: ${position[0]} lat: ${position[1]}`,
    )
  shape.points.push(toVector(position))
  shape.position = position
}

function addCollection(shape: Shape, geometry: Fields): void {
  const { geometries } = geometry
  if (!Array.isArray(geometries))
    throw new BadGeometry('GeometryCollection geometries must be an array')
  if (geometries.length === 0)
    throw new BadGeometry('GeometryCollection geometries must have at least 1 element')
  geometries.forEach((part: unknown, i) => {
    if (!isPlainObject(part)) throw new BadGeometry(`Element ${i} of "geometries" is not an object`)
    if (part.type === 'GeometryCollection')
      throw new BadGeometry(`GeometryCollections cannot be nested: ${bsonText(part)}`)
    if (!addGeometry(shape, part)) throw new BadGeometry(`Unknown GeoJSON type: ${bsonText(part)}`)
  })
  shape.position = null
}

/** Adds a GeoJSON geometry to the shape; false when its type is unknown. */
function addGeometry(shape: Shape, geometry: Fields): boolean {
  const strict = readStrictWinding(geometry)
  switch (geometry.type) {
    case 'Point':
      addPoint(shape, geometry)
      return true
    case 'LineString':
      shape.lines.push(parseLine(geometry.coordinates))
      return true
    case 'Polygon':
      shape.areas.push((strict ? parseBigArea : parseArea)(geometry.coordinates))
      return true
    case 'MultiPoint': {
      const positions = readPositions(geometry.coordinates)
      if (positions.length === 0)
        throw new BadGeometry('MultiPoint coordinates must have at least 1 element')
      shape.points.push(...positions.map(toVector))
      return true
    }
    case 'MultiLineString':
      shape.lines.push(...parts(geometry, 'MultiLineString').map(parseLine))
      return true
    case 'MultiPolygon':
      shape.areas.push(...parts(geometry, 'MultiPolygon').map(parseArea))
      return true
    case 'GeometryCollection':
      addCollection(shape, geometry)
      return true
    default:
      return false
  }
}

/** @throws BadGeometry with MongoDB's words */
export function parseGeoJson(geometry: Fields): Shape {
  const shape = emptyShape()
  if (!addGeometry(shape, geometry))
    throw new BadGeometry(`unknown GeoJSON type: ${bsonText(geometry)}`)
  return shape
}

/** Whether a value is a pair of numbers, as an array or as the first two fields of an object. */
export const isLegacyPoint = (value: unknown): value is Fields | unknown[] =>
  Array.isArray(value) || (isPlainObject(value) && typeof Object.values(value)[0] === 'number')

/** A legacy pair: on the sphere only when its numbers are degrees; the flat shapes take any. */
export function legacyShape(position: Position): Shape {
  return {
    points: inBounds(position) ? [toVector(position)] : [],
    lines: [],
    areas: [],
    position,
  }
}

/**
 * A stored geometry: GeoJSON, or a legacy pair.
 * @throws BadGeometry with MongoDB's words
 */
export function parseStored(value: unknown, field = ''): Shape {
  if (isLegacyPoint(value)) return legacyShape(readFlatPoint(value, true))
  if (!isPlainObject(value))
    throw new BadGeometry(`geo element must be an array or object: ${field}: ${bsonText(value)}`)
  if (readStrictWinding(value))
    throw new BadGeometry("can't index geometry with strict winding order")
  return parseGeoJson(value)
}
