import { parseGeoJson, parseStored } from '@/local/geo/parse-geometry'
import { readGeoIntersects, readGeoWithin } from '@/local/query/geo-predicates'

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
