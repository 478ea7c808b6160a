import { angle, chord2, cross, dot, unit } from './vector'
import type { Vector } from './vector'

/**
 * Radians below which two things touch: about 6 mm on the ground. MongoDB compares cells of about that size,
 * which is how a point on a border counts as inside.
 */
export const TOUCHING = 1e-9

const TOUCHING2 = TOUCHING * TOUCHING

export const samePoint = (a: Vector, b: Vector): boolean => chord2(a, b) <= TOUCHING2

/** Where on an arc (the shorter way between its ends) the point nearest to `p` lies. */
export interface Nearest {
  /** Square of the straight distance to it. */
  chord2: number
  /** `start` or `end` when it is an end of the arc, else `inner`. */
  at: 'start' | 'inner' | 'end'
  /** Which side of the arc's great circle `p` lies on: positive is left. */
  side: number
}

export function nearestOnArc(p: Vector, a: Vector, b: Vector): Nearest {
  const normal = unit(cross(a, b))
  const side = dot(normal, p)
  if (dot(cross(normal, a), p) > 0 && dot(cross(b, normal), p) > 0) {
    // side is the sine of the distance; 2 − 2cos without losing digits for small ones.
    const cosine = Math.sqrt(Math.max(0, 1 - side * side))
    return { chord2: (2 * side * side) / (1 + cosine), at: 'inner', side }
  }
  const toStart = chord2(p, a)
  const toEnd = chord2(p, b)
  return toStart <= toEnd
    ? { chord2: toStart, at: 'start', side }
    : { chord2: toEnd, at: 'end', side }
}

/** Radians from `p` to the nearest point of an arc. */
export function distanceToArc(p: Vector, a: Vector, b: Vector): number {
  const nearest = nearestOnArc(p, a, b)
  if (nearest.at === 'inner') return Math.asin(Math.min(1, Math.abs(nearest.side)))
  return angle(p, nearest.at === 'start' ? a : b)
}

export const onArc = (p: Vector, a: Vector, b: Vector): boolean =>
  nearestOnArc(p, a, b).chord2 <= TOUCHING2

/** Sines below this are noise of the computation: less than a hundredth of a micrometre. */
const NOISE = 1e-15

const opposed = (a: number, b: number) =>
  Math.abs(a) > NOISE && Math.abs(b) > NOISE && a > 0 !== b > 0

/** Whether two arcs cross in a point that is an end of neither. */
export function arcsCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  if (a === c || a === d || b === c || b === d) return false
  const ab = cross(a, b)
  const [toC, toD] = [dot(ab, c), dot(ab, d)]
  if (!opposed(toC, toD)) return false
  const cd = cross(c, d)
  const [toA, toB] = [dot(cd, a), dot(cd, b)]
  // The great circles always meet twice; the arcs do when each parts the ends of the other on the same side.
  return opposed(toA, toB) && toC > 0 === toB > 0
}

/** Whether two arcs have a point in common. */
export const arcsMeet = (a: Vector, b: Vector, c: Vector, d: Vector): boolean =>
  arcsCross(a, b, c, d) || onArc(a, c, d) || onArc(b, c, d) || onArc(c, a, b) || onArc(d, a, b)

/** Where two crossing arcs cross. */
export function crossing(a: Vector, b: Vector, c: Vector, d: Vector): Vector {
  const point = unit(cross(cross(a, b), cross(c, d)))
  const middle: Vector = [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
  return dot(point, middle) >= 0 ? point : [-point[0], -point[1], -point[2]]
}
