import { documentKey } from '@/local/engine/collection'
import type { Collection } from '@/local/engine/collection'
import { DocumentStore } from '@/local/engine/store'
import { findDocuments } from '@/local/query/find-documents'
import type { Found } from '@/local/query/find-documents'
import { splitNear } from '@/local/query/near-query'
import { geoSchema } from './support/geo-schema'
import { random } from './support/random'

const seed = Number(process.env.GEO_SEED ?? 20_261_123)

type Pick = (below: number) => number
type Point = [number, number]

const NO_LIMITS = { strict: false, mostExamined: null }

/** Degrees around a few centres, among them the date line and the poles; in whole thousandths. */
function makeGeometries(pick: Pick) {
  const centres: Point[] = [
    [116, 39],
    [179.9, 10],
    [-179.95, -20],
    [30, 89.5],
    [10, -89.9],
    [0, 0],
  ]
  const within = (value: number, most: number) =>
    Math.round(Math.max(-most, Math.min(most, value)) * 1000) / 1000
  const wrap = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180
  const near = ([x, y]: Point, reach: number): Point => [
    within(wrap(x + ((pick(2001) - 1000) / 1000) * reach), 180),
    within(y + ((pick(2001) - 1000) / 1000) * reach, 90),
  ]
  const centre = () => centres[pick(centres.length)]!
  const point = (reach = 3): Point => (pick(12) === 0 ? near([0, 0], 170) : near(centre(), reach))
  /** A star around a place: never crosses itself. */
  const ring = (around: Point, reach: number): Point[] => {
    const corners = 3 + pick(5)
    const points = Array.from({ length: corners }, (_unused, i): Point => {
      const radius = reach * (0.3 + pick(70) / 100)
      const turn = (2 * Math.PI * (i + pick(50) / 100)) / corners
      return [
        within(wrap(around[0] + radius * Math.cos(turn)), 180),
        within(around[1] + radius * Math.sin(turn), 89.9),
      ]
    })
    if (pick(2)) points.reverse()
    return [...points, points[0]!]
  }
  const polygon = (reach: number) => {
    const around = near(centres[[0, 0, 1, 2, 5][pick(5)]!]!, 2)
    return { type: 'Polygon', coordinates: [ring(around, reach)] }
  }
  const line = () => {
    const start = point(2)
    return { type: 'LineString', coordinates: [start, near(start, 1 + pick(3))] }
  }
  const geoPoint = () => ({ type: 'Point', coordinates: point() })
  const geometry = (): unknown => {
    const kinds = [
      geoPoint,
      geoPoint,
      geoPoint,
      geoPoint,
      () => point(),
      line,
      () => polygon(0.5 + pick(3)),
      () => ({ type: 'MultiPoint', coordinates: [point(), point()] }),
      () => ({ type: 'GeometryCollection', geometries: [geoPoint(), line()] }),
      () => null,
    ]
    return kinds[pick(kinds.length)]!()
  }
  return { point, polygon, line, geoPoint, geometry }
}

const openStore = () => DocumentStore.open({ directory: null, schema: geoSchema, now: () => 0 })

async function put(
  store: DocumentStore,
  collection: Collection,
  document: Record<string, unknown>,
) {
  await store.write((transaction) =>
    store.put(transaction, collection, documentKey(document._id), document),
  )
}

describe('geo indexes against brute force', () => {
  it(`finds the same documents, nearest in the same order (seed ${seed})`, async () => {
    const pick = random(seed)
    const make = makeGeometries(pick)
    const store = openStore()
    const [indexed, plain] = [store.collection('indexed'), store.collection('plain')]
    let fewer = 0
    let found = 0
    for (let round = 0; round < 2500; round++) {
      if (round % 3 === 0 || round < 300) {
        const document = {
          _id: pick(400),
          kind: pick(3),
          at: make.geometry(),
          spots: Array.from({ length: pick(3) }, () => ({ at: make.geometry() })),
        }
        // Both ends of a line may fall on one pole.
        let refused = false
        await put(store, indexed, document).catch((error: Error) => {
          expect(error.message).toContain('LineString must have at least 2 vertices')
          refused = true
        })
        if (!refused) await put(store, plain, document)
      }
      if (round < 300) continue
      const filter = geoFilter(make, pick)
      const order = [[], [], [], [['kind', 1]]][pick(4)] as never
      const limit = pick(2) ? 1 + pick(10) : Infinity
      const run = (collection: Collection) => {
        let examined = 0
        const limits = {
          ...NO_LIMITS,
          onQuery: (record: { examined: number }) => {
            examined = record.examined
          },
        }
        const request = { collection, filter, order, skip: 0, limit, operation: 'test' }
        try {
          const documents = findDocuments(store, store.viewFor(null), request, limits)
          return {
            documents,
            ids: documents.map(({ document }) => document._id as number),
            examined,
            error: null,
          }
        } catch (error) {
          return { documents: [], ids: [], examined, error: (error as Error).message }
        }
      }
      const [fast, slow] = [run(indexed), run(plain)]
      const label = JSON.stringify({ round, filter })
      expect({ label, error: fast.error }).toEqual({ label, error: slow.error })
      const near = splitNear(filter) !== null && (order as unknown[]).length === 0
      if (near) expect({ label, far: far(filter, fast) }).toEqual({ label, far: far(filter, slow) })
      if (limit === Infinity)
        expect({ label, ids: fast.ids.sort() }).toEqual({ label, ids: slow.ids.sort() })
      else expect({ label, n: fast.ids.length }).toEqual({ label, n: slow.ids.length })
      found += slow.ids.length
      if (fast.examined < slow.examined) fewer += 1
    }
    expect(found).toBeGreaterThan(3000)
    expect(fewer).toBeGreaterThan(1500)
    await store.close()
  })

  /** Distances in the order of the result: among equally distant documents any order is right. */
  function far(filter: Record<string, unknown>, { documents }: { documents: Found[] }) {
    const near = splitNear(filter)!.near
    return documents.map(({ document }) => near.distance(document))
  }

  function geoFilter(make: ReturnType<typeof makeGeometries>, pick: Pick): Record<string, unknown> {
    const distances = () => ({
      ...(pick(2) ? { $maxDistance: 10 ** (2 + pick(5)) } : {}),
      ...(pick(4) === 0 ? { $minDistance: 10 ** (1 + pick(4)) } : {}),
    })
    const conditions = [
      () => ({ $nearSphere: { $geometry: make.geoPoint(), ...distances() } }),
      () => ({ $near: { $geometry: make.geoPoint(), ...distances() } }),
      () => ({ $nearSphere: make.point(), $maxDistance: pick(100) / 50 }),
      () => ({ $geoWithin: { $geometry: make.polygon(1 + pick(4)) } }),
      () => ({ $geoWithin: { $centerSphere: [make.point(), (1 + pick(100)) / 500] } }),
      () => ({ $geoWithin: { $box: [make.point(), make.point()] } }),
      () => ({ $geoWithin: { $center: [make.point(), 1 + pick(3)] } }),
      () => ({ $geoIntersects: { $geometry: make.polygon(0.5 + pick(4)) } }),
      () => ({ $geoIntersects: { $geometry: make.line() } }),
      () => ({ $geoIntersects: { $geometry: make.geoPoint() } }),
    ]
    const condition = conditions[pick(conditions.length)]!()
    if (pick(3) === 0) return { kind: pick(3), 'spots.at': condition }
    return pick(3) === 0 ? { at: condition, kind: { $lt: 2 } } : { at: condition }
  }
})
