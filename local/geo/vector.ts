/** A point of the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number]

/** Degrees, as GeoJSON orders them. */
export type Position = readonly [longitude: number, latitude: number]

/** Metres; the radius MongoDB computes with. */
export const EARTH_RADIUS = 6378100

// `(Math.PI / 180) * x` and not `x * Math.PI / 180`: only so are distances equal to the cloud's to the last bit.
const radians = (degrees: number) => (Math.PI / 180) * degrees

export function toVector([longitude, latitude]: Position): Vector {
  const phi = radians(latitude)
  const lambda = radians(longitude)
  const cosine = Math.cos(phi)
  return [cosine * Math.cos(lambda), cosine * Math.sin(lambda), Math.sin(phi)]
}

/** Degrees of a vector, which need not have unit length. */
export function toPosition([x, y, z]: Vector): Position {
  const degrees = 180 / Math.PI
  return [Math.atan2(y, x) * degrees, Math.atan2(z, Math.sqrt(x * x + y * y)) * degrees]
}

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]

const scale = (a: Vector, factor: number): Vector => [a[0] * factor, a[1] * factor, a[2] * factor]

export const length = (a: Vector): number => Math.sqrt(dot(a, a))

/** The vector at unit length; the zero vector stays as it is. */
export function unit(a: Vector): Vector {
  const size = length(a)
  return size === 0 ? a : scale(a, 1 / size)
}

/** Angle between two vectors in radians. */
export const angle = (a: Vector, b: Vector): number => Math.atan2(length(cross(a, b)), dot(a, b))

/** Square of the straight distance between two points. */
export function chord2(a: Vector, b: Vector): number {
  const x = a[0] - b[0]
  const y = a[1] - b[1]
  const z = a[2] - b[2]
  return x * x + y * y + z * z
}
