import { nearestOnArc, TOUCHING } from './arc'
import { angle, cross, dot } from './vector'
import type { Vector } from './vector'

/** A closed line without its repeated last point; what lies on its left is inside. */
export type Loop = readonly Vector[]

export type Place = 'inside' | 'border' | 'outside'

const item = (loop: Loop, i: number): Vector => loop[(i + loop.length) % loop.length] as Vector

/** Steradians on the left of a loop: 0 … 4π. */
function areaOnTheLeft(loop: Loop): number {
  const first = item(loop, 0)
  let sum = 0
  for (let i = 1; i + 1 < loop.length; i++) {
    const [a, b] = [item(loop, i), item(loop, i + 1)]
    const denominator = 1 + dot(first, a) + dot(a, b) + dot(b, first)
    sum += 2 * Math.atan2(dot(first, cross(a, b)), denominator)
  }
  const whole = 4 * Math.PI
  return ((sum % whole) + whole) % whole
}

/** The loop turned so that the smaller of its two sides is inside, as MongoDB reads polygons. */
export const smallerSide = (loop: Loop): Loop =>
  areaOnTheLeft(loop) > 2 * Math.PI ? [...loop].reverse() : loop

/** Angle at `v` from the direction of `from` counter-clockwise to the direction of `to`: 0 … 2π. */
function turn(v: Vector, from: Vector, to: Vector): number {
  const sine = dot(v, cross(from, to))
  const cosine = dot(from, to) - dot(from, v) * dot(to, v)
  const result = Math.atan2(sine, cosine)
  return result < 0 ? result + 2 * Math.PI : result
}

/**
 * Where `p` lies. The way from `p` to the nearest point of the border crosses no border, so the side of the
 * border it arrives at decides; no ray and no point known to be outside is needed, and poles are points like others.
 */
export function placeIn(p: Vector, loop: Loop): Place {
  let best = Infinity
  let inside = false
  for (let i = 0; i < loop.length; i++) {
    const a = item(loop, i)
    const b = item(loop, i + 1)
    const nearest = nearestOnArc(p, a, b)
    if (nearest.chord2 >= best) continue
    best = nearest.chord2
    if (nearest.at === 'inner') inside = nearest.side > 0
    else if (nearest.at === 'start') inside = insideAtVertex(p, item(loop, i - 1), a, b)
    else inside = insideAtVertex(p, a, b, item(loop, i + 2))
  }
  if (best <= TOUCHING * TOUCHING) return 'border'
  return inside ? 'inside' : 'outside'
}

const insideAtVertex = (p: Vector, before: Vector, v: Vector, after: Vector) =>
  turn(v, after, p) < turn(v, after, before)

/** Radians from `p` to the border. */
export function distanceToBorder(p: Vector, loop: Loop): number {
  let best = Infinity
  let end: Vector | null = null
  let sine = 0
  for (let i = 0; i < loop.length; i++) {
    const a = item(loop, i)
    const b = item(loop, i + 1)
    const nearest = nearestOnArc(p, a, b)
    if (nearest.chord2 >= best) continue
    best = nearest.chord2
    sine = nearest.side
    end = nearest.at === 'inner' ? null : nearest.at === 'start' ? a : b
  }
  return end ? angle(p, end) : Math.asin(Math.min(1, Math.abs(sine)))
}

/** The arcs of a loop. */
export const arcsOf = (loop: Loop): Array<readonly [Vector, Vector]> =>
  loop.map((a, i) => [a, item(loop, i + 1)] as const)
