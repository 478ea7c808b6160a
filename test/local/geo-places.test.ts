import { refusal, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'
import { geoSchema } from './support/geo-schema'

describe('places through the SDK', () => {
  let test: TestCloud
  let _: TestCloud['db']['command']
  beforeAll(async () => {
    test = await testCloud({ schema: geoSchema, strict: true })
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
