import { arcsCross, arcsMeet, crossing, distanceToArc, onArc, samePoint, TOUCHING } from './arc'
import { areaArcs, distanceToArea, lineArcs, placeInArea } from './shape'
import type { Area, Shape } from './shape'
import { add, angle, chord2, unit } from './vector'
import type { Vector } from './vector'

type Arc = readonly [Vector, Vector]

/** Radians from `p` to the nearest point of a shape. */
export function distanceTo(p: Vector, shape: Shape): number {
  let best = Infinity
  for (const point of shape.points) best = Math.min(best, angle(p, point))
  for (const line of shape.lines)
    for (const [a, b] of lineArcs(line)) best = Math.min(best, distanceToArc(p, a, b))
  for (const area of shape.areas) best = Math.min(best, distanceToArea(p, area))
  return best
}

/** Whether a whole shape lies no further than `radius` radians from `centre`. */
export function withinCap(shape: Shape, centre: Vector, radius: number): boolean {
  // The farthest point of a shape is the one nearest to the other end of the earth.
  const opposite: Vector = [-centre[0], -centre[1], -centre[2]]
  const flat = shape.points.every((point) => angle(centre, point) <= radius + TOUCHING)
  if (!flat) return false
  if (shape.lines.length === 0 && shape.areas.length === 0) return true
  return distanceTo(opposite, { ...shape, points: [] }) >= Math.PI - radius - TOUCHING
}

/** Whether an arc lies in an area, its border included: every piece between two touches of the border does. */
function arcWithin([p, q]: Arc, area: Area, borders: Arc[]): boolean {
  const cuts: Vector[] = [p, q]
  for (const [a, b] of borders) {
    if (arcsCross(p, q, a, b)) cuts.push(crossing(p, q, a, b))
    if (onArc(a, p, q)) cuts.push(a)
  }
  cuts.sort((left, right) => chord2(p, left) - chord2(p, right))
  for (let i = 0; i < cuts.length; i++) {
    const here = cuts[i] as Vector
    if (placeInArea(here, area) === 'outside') return false
    const next = cuts[i + 1]
    if (!next || samePoint(here, next)) continue
    if (placeInArea(unit(add(here, next)), area) === 'outside') return false
  }
  return true
}

function lineWithin(line: Vector[], area: Area): boolean {
  const borders = areaArcs(area)
  return lineArcs(line).every((arc) => arcWithin(arc, area, borders))
}

function areaWithin(inner: Area, outer: Area): boolean {
  const borders = areaArcs(outer)
  if (!areaArcs(inner).every((arc) => arcWithin(arc, outer, borders))) return false
  // No border of `inner` enters a hole of `outer`, so a hole lies in `inner` as a whole or not at all.
  return outer
    .slice(1)
    .every((hole) =>
      areaArcs([hole]).every(
        ([a, b]) =>
          placeInArea(a, inner) !== 'inside' && placeInArea(unit(add(a, b)), inner) !== 'inside',
      ),
    )
}

/** Whether each part of `shape` lies in one of the areas. */
export function withinAreas(shape: Shape, areas: readonly Area[]): boolean {
  return (
    shape.points.every((point) => areas.some((area) => placeInArea(point, area) !== 'outside')) &&
    shape.lines.every((line) => areas.some((area) => lineWithin(line, area))) &&
    shape.areas.every((inner) => areas.some((outer) => areaWithin(inner, outer)))
  )
}

const arcsTouch = (left: Arc[], right: Arc[]) =>
  left.some(([a, b]) => right.some(([c, d]) => arcsMeet(a, b, c, d)))

function pointMeets(point: Vector, shape: Shape): boolean {
  return (
    shape.points.some((other) => samePoint(point, other)) ||
    shape.lines.some((line) => lineArcs(line).some(([a, b]) => onArc(point, a, b))) ||
    shape.areas.some((area) => placeInArea(point, area) !== 'outside')
  )
}

function lineMeets(line: Vector[], shape: Shape): boolean {
  const arcs = lineArcs(line)
  return (
    shape.points.some((point) => arcs.some(([a, b]) => onArc(point, a, b))) ||
    shape.lines.some((other) => arcsTouch(arcs, lineArcs(other))) ||
    shape.areas.some((area) => lineMeetsArea(line, arcs, area))
  )
}

const lineMeetsArea = (line: readonly Vector[], arcs: Arc[], area: Area) =>
  line.some((point) => placeInArea(point, area) !== 'outside') || arcsTouch(arcs, areaArcs(area))

function areaMeets(area: Area, shape: Shape): boolean {
  const arcs = areaArcs(area)
  const [outer = []] = area
  return (
    shape.points.some((point) => placeInArea(point, area) !== 'outside') ||
    shape.lines.some((line) => lineMeetsArea(line, lineArcs(line), area)) ||
    shape.areas.some(
      (other) =>
        lineMeetsArea(outer, arcs, other) ||
        // One may hold the other whole, without a border of its own inside.
        (other[0] ?? []).some((point) => placeInArea(point, area) !== 'outside'),
    )
  )
}

/** Whether two shapes have a point in common. */
export function shapesMeet(left: Shape, right: Shape): boolean {
  return (
    left.points.some((point) => pointMeets(point, right)) ||
    left.lines.some((line) => lineMeets(line, right)) ||
    left.areas.some((area) => areaMeets(area, right))
  )
}
