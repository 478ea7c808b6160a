import { isPlainObject } from '../ground/document'
import type { Position } from './vector'

/** A geometry that MongoDB refuses, in its words. */
export class BadGeometry extends Error {}

export const inBounds = ([longitude, latitude]: Position): boolean =>
  longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90

/**
 * Two numbers, as an array or as the first fields of an object.
 * @param more whether further elements (an altitude) may follow
 * @throws BadGeometry
 */
export function readFlatPoint(value: unknown, more: boolean): Position {
  if (!Array.isArray(value) && !isPlainObject(value))
    throw new BadGeometry('Point must be an array or object')
  const numbers: unknown[] = Array.isArray(value) ? value : Object.values(value)
  const [x, y] = numbers
  if (typeof x !== 'number' || typeof y !== 'number')
    throw new BadGeometry('Point must only contain numeric elements')
  if (!more && numbers.length > 2)
    throw new BadGeometry('Point must only contain two numeric elements')
  if (!Number.isFinite(x) || !Number.isFinite(y))
    throw new BadGeometry('Point coordinates must be finite numbers')
  return [x, y]
}

/** @throws BadGeometry unless a list of degrees */
export function readPositions(value: unknown): Position[] {
  if (!Array.isArray(value))
    throw new BadGeometry('GeoJSON coordinates must be an array of coordinates')
  return value.map((item: unknown) => {
    if (!Array.isArray(item)) throw new BadGeometry('GeoJSON coordinates must be an array')
    const position = readFlatPoint(item, true)
    if (!inBounds(position))
      throw new BadGeometry(
        `longitude/latitude is out of bounds, lng: ${position[0]} lat: ${position[1]}`,
      )
    return position
  })
}
