import { documentKey } from '@/local/engine/collection'
import type { Collection } from '@/local/engine/collection'
import { readSchema } from '@/local/engine/schema'
import { DocumentStore } from '@/local/engine/store'
import { findDocuments } from '@/local/query/find-documents'
import type { Found } from '@/local/query/find-documents'
import { splitNear } from '@/local/query/near-query'
import { parseGeoJson, parseStored } from '@/local/geo/parse-geometry'
import { readGeoIntersects, readGeoWithin } from '@/local/query/geo-predicates'
import { refusal, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'
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

const schema = readSchema({
  collections: {
    indexed: {
      indexes: [
        { name: 'at', keys: [['at', '2dsphere']] },
        {
          name: 'kind_spot',
          keys: [
            ['kind', 1],
            ['spots.at', '2dsphere'],
          ],
        },
      ],
    },
    plain: {},
  },
})

const openStore = () => DocumentStore.open({ directory: null, schema, now: () => 0 })

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

const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
const square = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const line = (...points: unknown[]) => ({ type: 'LineString', coordinates: points })
const at = (longitude: number, latitude: number) => ({
  type: 'Point',
  coordinates: [longitude, latitude],
})
const within = (geometry: unknown, field: unknown) =>
  readGeoWithin({ $geometry: geometry }).matches(field)
const meets = (geometry: unknown, field: unknown) =>
  readGeoIntersects({ $geometry: geometry }).matches(field)

describe('areas on the sphere', () => {
  const frame = polygon(square(0, 0, 10, 10), square(4, 4, 6, 6))
  const notched = polygon([
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 2],
    [0, 10],
    [0, 0],
  ])

  it.each([
    ['a point inside', frame, at(1, 1), true],
    ['a point in the hole', frame, at(5, 5), false],
    ['a point on the border', frame, at(0, 5), true],
    ['a corner', frame, at(10, 10), true],
    ['a point on the border of the hole', frame, at(4, 5), true],
    ['a point outside', frame, at(11, 5), false],
    ['a legacy pair', frame, [1, 1], true],
    ['the pair as an object', frame, { lng: 1, lat: 1 }, true],
    [
      'one of several pairs',
      frame,
      [
        [50, 50],
        [1, 1],
      ],
      true,
    ],
    ['a line inside', frame, line([1, 1], [3, 3]), true],
    ['a line through the hole', frame, line([1, 5], [9, 5.1]), false],
    ['a line whose ends alone are inside', notched, line([1, 7], [9, 7]), false],
    ['a line along the border', frame, line([0, 1], [0, 9]), true],
    ['an area inside', frame, polygon(square(1, 1, 2, 2)), true],
    ['an area around the hole', frame, polygon(square(3, 3, 7, 7)), false],
    ['an area around the same hole', frame, polygon(square(3, 3, 7, 7), square(4, 4, 6, 6)), true],
    ['itself', frame, frame, true],
    ['an area that reaches out', frame, polygon(square(8, 8, 12, 9)), false],
    [
      'all points of several',
      frame,
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 1],
          [2, 2],
        ],
      },
      true,
    ],
    [
      'one point outside of several',
      frame,
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 1],
          [5, 5],
        ],
      },
      false,
    ],
    [
      'a collection',
      frame,
      { type: 'GeometryCollection', geometries: [at(1, 1), line([1, 1], [2, 2])] },
      true,
    ],
    ['what is no geometry', frame, { type: 'Point' }, false],
    ['a missing field', frame, undefined, false],
  ])('within: %s', (_name, area, field, expected) => {
    expect(within(area, field)).toBe(expected)
  })

  it('follows great circles, which bulge polewards, as MongoDB does', () => {
    const wide = polygon([
      [0, 40],
      [60, 40],
      [60, 60],
      [0, 60],
      [0, 40],
    ])
    expect(within(wide, at(30, 62))).toBe(true)
    expect(within(wide, at(30, 42))).toBe(false)
    // The flat shapes follow the degrees.
    const flat = readGeoWithin({
      $polygon: [
        [0, 40],
        [60, 40],
        [60, 60],
        [0, 60],
      ],
    })
    expect(flat.matches(at(30, 62))).toBe(false)
    expect(flat.matches(at(30, 42))).toBe(true)
  })

  it('takes the smaller side of a ring whichever way it runs, and the left one when told to', () => {
    const ring = square(0, 0, 10, 10)
    for (const way of [ring, [...ring].reverse()]) {
      expect(within(polygon(way), at(5, 5))).toBe(true)
      expect(within(polygon(way), at(50, 50))).toBe(false)
    }
    const crs = { type: 'name', properties: { name: 'urn:x-mongodb:crs:strictwinding:EPSG:4326' } }
    const rest = { ...polygon([...ring].reverse()), crs }
    expect(within(rest, at(5, 5))).toBe(false)
    expect(within(rest, at(50, 50))).toBe(true)
  })

  it('crosses the date line and holds the poles', () => {
    const date = polygon(square(179, -1, -179, 1))
    expect(within(date, at(180, 0))).toBe(true)
    expect(within(date, at(-179.5, 0.5))).toBe(true)
    expect(within(date, at(0, 0))).toBe(false)
    const cap = polygon([
      [0, 80],
      [120, 80],
      [-120, 80],
      [0, 80],
    ])
    expect(within(cap, at(77, 90))).toBe(true)
    expect(within(cap, at(60, 70))).toBe(false)
  })

  it.each([
    ['crossing lines', line([0, 0], [10, 10]), line([0, 10], [10, 0]), true],
    ['lines that touch', line([0, 0], [5, 5]), line([5, 5], [9, 0]), true],
    ['lines apart', line([0, 0], [5, 5]), line([6, 6.2], [9, 0]), false],
    ['a line through an area', frame, line([-5, 2], [15, 2]), true],
    ['a line inside the hole', frame, line([4.5, 5], [5.5, 5]), false],
    ['an area that holds the other', frame, polygon(square(1, 1, 2, 2)), true],
    ['an area held by the other', polygon(square(1, 1, 2, 2)), frame, true],
    ['an area inside the hole', frame, polygon(square(4.5, 4.5, 5.5, 5.5)), false],
    ['areas that share an edge', polygon(square(0, 0, 1, 1)), polygon(square(1, 0, 2, 1)), true],
    ['areas apart', polygon(square(0, 0, 1, 1)), polygon(square(1.1, 0, 2, 1)), false],
    [
      'areas that cross without a corner in the other',
      polygon(square(0, 4, 10, 5)),
      polygon(square(4, 0, 5, 10)),
      true,
    ],
    ['a point on a line', line([0, 0], [10, 0]), at(5, 0), true],
    ['a point beside a line', line([0, 0], [10, 0]), at(5, 0.001), false],
    ['equal points', at(1, 1), at(1, 1), true],
    [
      'a collection',
      { type: 'GeometryCollection', geometries: [at(50, 50), frame] },
      at(1, 1),
      true,
    ],
  ])('meets: %s', (_name, left, right, expected) => {
    expect(meets(left, right)).toBe(expected)
    expect(meets(right, left)).toBe(expected)
  })

  it('puts whole lines and areas into circles', () => {
    const circle = readGeoWithin({ $centerSphere: [[0, 0], (5 * Math.PI) / 180] })
    expect(circle.matches(line([-4, 0], [4, 0]))).toBe(true)
    expect(circle.matches(line([-4, 0], [6, 0]))).toBe(false)
    expect(circle.matches(polygon(square(-3, -3, 3, 3)))).toBe(true)
    expect(circle.matches(polygon(square(-4.5, -4.5, 4.5, 4.5)))).toBe(false)
  })
})

describe('malformed geometries, in the words of MongoDB', () => {
  it.each([
    [at(200, 3), 'longitude/latitude is out of bounds, lng: 200 lat: 3'],
    [at(0, 91), 'longitude/latitude is out of bounds, lng: 0 lat: 91'],
    [{ type: 'Point' }, 'Point must be an array or object'],
    [{ type: 'Point', coordinates: ['1', 2] }, 'Point must only contain numeric elements'],
    [
      { type: 'Circle', coordinates: [1, 2] },
      'unknown GeoJSON type: { type: "Circle", coordinates: [ 1, 2 ] }',
    ],
    [line([1, 1]), 'GeoJSON LineString must have at least 2 vertices: [ [ 1, 1 ] ]'],
    [
      polygon([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
      'Loop is not closed: [ [ 0, 0 ], [ 1, 0 ], [ 1, 1 ], [ 0, 1 ] ]',
    ],
    [
      polygon([
        [0, 0],
        [1, 0],
        [0, 0],
      ]),
      'Loop must have at least 3 different vertices: ',
    ],
    [
      polygon([
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
      'Edges 0 and 2 cross.',
    ],
    [
      polygon([
        [0, 0],
        [1, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
      'Duplicate vertices: 1 and 3',
    ],
    [
      polygon(square(0, 0, 1, 1), square(5, 5, 6, 6)),
      'Secondary loops not contained by first exterior loop',
    ],
    [
      { type: 'MultiPoint', coordinates: [] },
      'MultiPoint coordinates must have at least 1 element',
    ],
    [
      { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [] }] },
      'GeometryCollections cannot be nested',
    ],
    [
      { ...at(1, 1), crs: { type: 'name', properties: { name: 'EPSG:3857' } } },
      'Unknown CRS name: EPSG:3857',
    ],
  ])('%j', (geometry, text) => {
    expect(() => parseGeoJson(geometry as Record<string, unknown>)).toThrow(text)
    expect(within(polygon(square(-10, -10, 10, 10)), geometry)).toBe(false)
  })

  it.each([
    [{ $geometry: at(1, 1) }, '$within not supported with provided geometry'],
    [{ $geometry: { type: 'Nope' } }, 'unknown GeoJSON type'],
    [{ $centerSphere: [[1, 1], -1] }, 'radius must be a non-negative number'],
    [{ $centerSphere: [[1, 1], 1, 1] }, 'Only 2 fields allowed for circular region'],
    [
      {
        $polygon: [
          [1, 1],
          [2, 2],
        ],
      },
      'Polygon must have at least 3 points',
    ],
    [{ $nope: 1 }, 'unknown geo specifier: $nope: 1'],
    [{}, "geo query doesn't have any geometry"],
    [5, 'geometry must be an object'],
  ])('$geoWithin %j', (argument, text) => {
    expect(() => readGeoWithin(argument)).toThrow(text)
  })

  it('reads strings and numbers as no geometry at all', () => {
    expect(() => parseStored('x', 'at')).toThrow('geo element must be an array or object: at: "x"')
  })
})

describe('places through the SDK', () => {
  let test: TestCloud
  let _: TestCloud['db']['command']
  beforeAll(async () => {
    test = await testCloud({ schema, strict: true })
    _ = test.db.command
    await test.db.collection('indexed').add(
      Array.from({ length: 50 }, (_unused, n) => ({
        _id: `p${n}`,
        kind: n % 2,
        at: new test.db.Geo.Point(100 + n / 1000, 30),
        spots: [{ at: new test.db.Geo.Point(n, 1) }, { at: new test.db.Geo.Point(n, 50) }],
      })) as never,
    )
  })
  const indexed = () => test.db.collection('indexed')
  const near = (extra: object = {}) =>
    _.geoNear({ geometry: new test.db.Geo.Point(100, 30), ...extra } as never)
  const wide = () => near({ minDistance: 0, maxDistance: 1e7 })

  it.each([
    ['200', 'longitude/latitude is out of bounds', { type: 'Point', coordinates: [200, 3] }],
    ['text', 'geo element must be an array or object: at: "here"', 'here'],
    [
      'points in a list',
      'Point must only contain numeric elements',
      [
        [1, 1],
        [2, 2],
      ],
    ],
  ])('refuses a write whose place is malformed: %s', async (_name, text, place) => {
    const refused = await refusal(indexed().add({ at: place } as never))
    expect(refused?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refused?.message).toContain("Can't extract geo keys: {")
    expect(refused?.message).toContain(text)
    const changed = await refusal(
      indexed()
        .doc('p0')
        .update({ at: _.set(place) } as never),
    )
    expect(changed?.message).toContain(text)
  })

  it.each([[null], [{}], [[]]])('takes %j for no place', async (place) => {
    const { id } = (await indexed().add({ at: place } as never)) as { id: string }
    expect(id).toBeTruthy()
    await indexed().doc(id).remove()
  })

  it('finds the nearest first, page by page, and between distances', async () => {
    const page = await indexed().where({ at: near() }).skip(3).limit(3).get()
    expect(page.data.map(({ _id }: { _id: string }) => _id)).toEqual(['p3', 'p4', 'p5'])
    const between = await indexed()
      .where({ at: near({ minDistance: 150, maxDistance: 400 }), kind: 0 })
      .get()
    expect(between.data.map(({ _id }: { _id: string }) => _id)).toEqual(['p2', 'p4'])
  })

  it('finds by the places of a list', async () => {
    const found = await indexed()
      .where({
        kind: 1,
        'spots.at': _.geoWithin({ centerSphere: [[7, 50], 0.02] } as never),
      })
      .get()
    expect(found.data.map(({ _id }: { _id: string }) => _id)).toEqual(['p7'])
  })

  it.each([
    [
      'without a geo index',
      () => test.db.collection('plain').where({ at: near() }).get(),
      'unable to find index for $geoNear query',
    ],
    [
      'inside or',
      () =>
        indexed()
          .where(_.or([{ at: near() }, { kind: 1 }]))
          .get(),
      'geoNear must be top-level expr',
    ],
    [
      'twice',
      () =>
        indexed()
          .where(_.and([{ at: wide() }, { 'spots.at': wide() }]))
          .get(),
      'Too many geoNear expressions',
    ],
    [
      'in a count',
      () => indexed().where({ at: near() }).count(),
      '$geoNear, $near, and $nearSphere are not allowed in this context',
    ],
    [
      'in $match',
      () => indexed().aggregate().match({ at: near() }).end(),
      '$geoNear, $near, and $nearSphere are not allowed in this context',
    ],
  ])('refuses near %s', async (_name, query, text) => {
    expect((await refusal(query()))?.message).toContain(text)
  })

  it('measures on a sphere of 6378.1 km, and asks for a key where two fields have indexes', async () => {
    const spec = {
      near: new test.db.Geo.Point(100, 30),
      distanceField: 'metres',
      spherical: true,
      limit: 2,
    }
    const run = async (more: object) => {
      const { data } = await indexed()
        .aggregate()
        .geoNear({ ...spec, ...more } as never)
        .end()
      return (data as Array<{ _id: string; metres: number }>).map(({ _id: id, metres }) => [
        id,
        metres,
      ])
    }
    expect(await run({ key: 'at' })).toEqual([
      ['p0', 0],
      ['p1', 96.40494770917762],
    ])
    expect((await refusal(run({})))?.message).toContain('There is more than one 2dsphere index')
  })
})
