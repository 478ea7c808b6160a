import { bsonText } from '../ground/bson-text'
import { isPlainObject } from '../ground/document'
import { BadGeometry, inBounds, readFlatPoint } from '../geo/parse-position'
import { distanceTo } from '../geo/relate-shapes'
import type { Shape } from '../geo/shape'
import { storedShapes, valuesAt } from '../geo/stored-shapes'
import { EARTH_RADIUS, toVector } from '../geo/vector'
import type { Position } from '../geo/vector'
import { requestFailed } from '../ground/cloud-error'
import type { Filter } from './compile-filter'

/** A `$near` or `$nearSphere`: it filters by distance and orders by it. */
export interface Near {
  path: string
  centre: Position
  /** How many units of `distance` and its limits make a radian; null on the plane of a legacy `$near`. */
  unitsPerRadian: number | null
  least: number
  most: number
  /** From the centre to the nearest geometry in the field: metres, or radians for a legacy pair; null without one. */
  distance: (document: unknown) => number | null
  /** The same for one value. */
  measure: (value: unknown) => number | null
}

const OPERATORS = ['$near', '$nearSphere', '$geoNear']

const isNear = (condition: unknown): condition is Filter =>
  isPlainObject(condition) && OPERATORS.some((name) => name in condition)

function readLimit(name: string, value: unknown): number {
  if (typeof value !== 'number') throw requestFailed(`${name} must be a number`)
  if (!(value >= 0)) throw requestFailed(`${name} must be non-negative`)
  return value
}

interface Target {
  centre: Position
  /** A GeoJSON point, as opposed to a legacy pair. */
  geoJson: boolean
  least?: number
  most?: number
}

function readGeoJsonPoint(value: Filter): Position {
  const position = readFlatPoint(value.coordinates, true)
  if (!inBounds(position))
    throw new BadGeometry(
      `longitude/latitude is out of bounds, lng: ${position[0]} lat: ${position[1]}`,
    )
  return position
}

/** `{ $geometry, $minDistance, $maxDistance }` */
function readWithGeometry(value: Filter): Target {
  const { $geometry: geometry, $minDistance, $maxDistance, ...others } = value
  const [other] = Object.keys(others)
  if (other !== undefined) throw requestFailed(`invalid argument in geo near query: ${other}`)
  if (!isPlainObject(geometry)) throw requestFailed('$geometry is required for geo near query')
  try {
    return {
      centre: readGeoJsonPoint(geometry),
      geoJson: true,
      ...($minDistance === undefined ? {} : { least: readLimit('$minDistance', $minDistance) }),
      ...($maxDistance === undefined ? {} : { most: readLimit('$maxDistance', $maxDistance) }),
    }
  } catch (error) {
    if (!(error instanceof BadGeometry)) throw error
    throw requestFailed(
      `invalid point in geo near query $geometry argument: ${bsonText(geometry)}  ${error.message}`,
    )
  }
}

function readTarget(value: unknown): Target {
  try {
    if (isPlainObject(value) && 'coordinates' in value)
      return { centre: readGeoJsonPoint(value), geoJson: true }
    if (isPlainObject(value) && typeof Object.values(value)[0] !== 'number')
      return readWithGeometry(value)
    if (Array.isArray(value) && value.length === 3)
      return {
        centre: readFlatPoint(value, true),
        geoJson: false,
        most: readLimit('$maxDistance', value[2]),
      }
    return { centre: readFlatPoint(value, false), geoJson: false }
  } catch (error) {
    if (error instanceof BadGeometry) throw requestFailed(`geo near query: ${error.message}`)
    throw error
  }
}

function flatDistance([x, y]: Position, { position }: Shape): number {
  if (!position) return Infinity
  return Math.sqrt((position[0] - x) ** 2 + (position[1] - y) ** 2)
}

function makeNear(path: string, condition: Filter): Near {
  const { $minDistance, $maxDistance, ...operators } = condition
  const [[name, value] = ['', null], second] = Object.entries(operators).filter(
    ([operator]) => operator !== '$uniqueDocs',
  )
  if (second) throw requestFailed(`invalid argument in geo near query: ${second[0]}`)
  const target = readTarget(value)
  const { centre, geoJson } = target
  const spherical = geoJson || name === '$nearSphere'
  if (spherical && !inBounds(centre))
    throw requestFailed('Legacy point is out of bounds for spherical query')
  const units = geoJson ? EARTH_RADIUS : 1
  const vector = toVector(centre)
  const measure = spherical
    ? (shape: Shape) => units * distanceTo(vector, shape)
    : (shape: Shape) => flatDistance(centre, shape)
  return {
    path,
    centre,
    unitsPerRadian: spherical ? units : null,
    least:
      target.least ?? ($minDistance === undefined ? 0 : readLimit('$minDistance', $minDistance)),
    most:
      target.most ??
      ($maxDistance === undefined ? Infinity : readLimit('$maxDistance', $maxDistance)),
    distance: (document) => least(valuesAt(document, path).map((value) => nearest(value, measure))),
    measure: (value) => nearest(value, measure),
  }
}

/** The smallest of the distances that are there. */
const least = (distances: Array<number | null>): number | null =>
  distances.reduce(
    (best, distance) =>
      distance === null || (best !== null && best <= distance) ? best : distance,
    null,
  )

const nearest = (value: unknown, measure: (shape: Shape) => number): number | null =>
  least(
    storedShapes(value).map((shape) => {
      const distance = measure(shape)
      return Number.isFinite(distance) ? distance : null
    }),
  )

/** Whether a near operator stands anywhere in the value. */
function holdsNear(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsNear)
  if (!isPlainObject(value)) return false
  return isNear(value) || Object.values(value).some(holdsNear)
}

/** @throws CloudError in the places where MongoDB allows no near: `$match` and counting */
export function refuseNear(filter: unknown): void {
  if (holdsNear(filter))
    throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
}

/**
 * Takes the near operator out of a filter.
 * @returns null for both parts' sake when there is none: the filter is then used as it stands
 * @throws CloudError for a second one, or one inside `$or`, `$nor`, `$not` or `$elemMatch`
 */
export function splitNear(filter: Filter): { near: Near; rest: Filter } | null {
  if (!holdsNear(filter)) return null
  const found: Near[] = []
  const rest = withoutNear(filter, found)
  const [near, second] = found
  if (second) throw requestFailed('Too many geoNear expressions')
  if (!near || holdsNear(rest)) throw requestFailed('geoNear must be top-level expr')
  return { near, rest }
}

function withoutNear(filter: Filter, found: Near[]): Filter {
  const rest: Filter = {}
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      const parts = condition.map((part: unknown) =>
        isPlainObject(part) ? withoutNear(part, found) : part,
      )
      const left = parts.filter((part) => !isPlainObject(part) || Object.keys(part).length > 0)
      if (left.length > 0) rest[key] = left
    } else if (!key.startsWith('$') && isNear(condition)) {
      found.push(makeNear(key, condition))
    } else rest[key] = condition
  }
  return rest
}
