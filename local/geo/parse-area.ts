import { bsonText } from '../ground/bson-text'
import { arcsCross } from './arc'
import { arcsOf, placeIn, smallerSide } from './loop'
import type { Loop } from './loop'
import { BadGeometry, readPositions } from './parse-position'
import type { Area } from './shape'
import { add, chord2, toPosition, toVector, unit } from './vector'
import type { Vector } from './vector'

const equal = (a: Vector, b: Vector) => a[0] === b[0] && a[1] === b[1] && a[2] === b[2]

const degrees = (point: Vector) => {
  const [longitude, latitude] = toPosition(point)
  return `[${latitude.toFixed(7)}, ${longitude.toFixed(7)}]`
}

interface Edge {
  a: Vector
  b: Vector
  i: number
  low: number
  high: number
}

/** The first two edges that cross, sweeping from south to north; null when none do. */
function findCrossing(loops: readonly Loop[]): [Edge, Edge] | null {
  const edges: Edge[] = loops
    .flatMap(arcsOf)
    .map(([a, b], i) => {
      // An arc bulges beyond its chord by at most this much.
      const bulge = chord2(a, b) / 4 + 1e-12
      return { a, b, i, low: Math.min(a[2], b[2]) - bulge, high: Math.max(a[2], b[2]) + bulge }
    })
    .sort((left, right) => left.low - right.low)
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i] as Edge
    for (let j = i + 1; j < edges.length; j++) {
      const other = edges[j] as Edge
      if (other.low > edge.high) break
      if (arcsCross(edge.a, edge.b, other.a, other.b))
        return edge.i < other.i ? [edge, other] : [other, edge]
    }
  }
  return null
}

/** Why MongoDB takes a loop for invalid; null when it is valid. */
function faultOf(loop: Loop): string | null {
  const seen = new Map<string, number>()
  for (let i = 0; i < loop.length; i++) {
    const key = String(loop[i])
    const before = seen.get(key)
    if (before !== undefined) return `Duplicate vertices: ${before} and ${i}`
    seen.set(key, i)
  }
  const crossed = findCrossing([loop])
  if (!crossed) return null
  const [one, two] = crossed
  return (
    `Edges ${one.i} and ${two.i} cross. Edge locations in degrees: ` +
    `${degrees(one.a)}-${degrees(one.b)} and ${degrees(two.a)}-${degrees(two.b)}`
  )
}

function readLoop(value: unknown): Loop {
  const points = readPositions(value).map(toVector)
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) throw new BadGeometry(`Loop has no vertices: ${bsonText(value)}`)
  if (!equal(first, last)) throw new BadGeometry(`Loop is not closed: ${bsonText(value)}`)
  const loop = points.filter((point, i) => i === 0 || !equal(point, points[i - 1] as Vector))
  loop.pop()
  if (loop.length < 3)
    throw new BadGeometry(`Loop must have at least 3 different vertices: ${bsonText(value)}`)
  const fault = faultOf(loop)
  if (fault) throw new BadGeometry(`Loop is not valid: ${bsonText(value)} ${fault}`)
  return loop
}

const liesIn = (inner: Loop, outer: Loop) =>
  arcsOf(inner).every(
    ([a, b]) => placeIn(a, outer) !== 'outside' && placeIn(unit(add(a, b)), outer) !== 'outside',
  )

/**
 * Coordinates of a Polygon: the outer ring, then its holes. Rings may run either way round.
 * @throws BadGeometry with MongoDB's words
 */
export function parseArea(value: unknown): Area {
  if (!Array.isArray(value)) throw new BadGeometry('Polygon coordinates must be an array')
  const loops = value.map((ring: unknown) => smallerSide(readLoop(ring)))
  const [outer, ...holes] = loops
  if (!outer) throw new BadGeometry('Polygon has no loops.')
  holes.forEach((hole, i) => {
    if (!liesIn(hole, outer))
      throw new BadGeometry(
        'Secondary loops not contained by first exterior loop - secondary loops must be holes: ' +
          `${bsonText(value[i + 1])} first loop: ${bsonText(value[0])}`,
      )
  })
  if (loops.length > 1) {
    const crossed = findCrossing(loops)
    if (crossed)
      throw new BadGeometry(
        `Polygon isn't valid: Edges ${crossed[0].i} and ${crossed[1].i} cross ${bsonText(value)}`,
      )
  }
  return loops
}

/** A ring with strict winding: what lies on its left is inside, however large. */
export function parseBigArea(value: unknown): Area {
  if (!Array.isArray(value)) throw new BadGeometry('Coordinates of polygon must be an array')
  if (value.length !== 1)
    throw new BadGeometry(`Only one simple loop is allowed in a big polygon: ${bsonText(value)}`)
  return [readLoop(value[0])]
}
