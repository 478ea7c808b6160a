import { $, _, expectRefusal, refused, runRaw } from './support/aggregation'
import { post, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'
import { readSchema } from '@/local/engine/schema'

let test: TestCloud

beforeAll(async () => {
  test = await testCloud()
  await test.db.createCollection('rows')
  await test.db.createCollection('wells')
  const rows = Array.from({ length: 30 }, (_unused, n) => ({
    _id: n,
    n,
    half: n % 2,
    inner: { list: [n] },
  }))
  await test.db.collection('rows').add(rows as never)
  const point = (longitude: number, latitude: number) => ({
    type: 'Point',
    coordinates: [longitude, latitude],
  })
  await test.db.collection('wells').add([
    { _id: 'far', at: point(116.1, 39), kind: 'deep' },
    { _id: 'near', at: point(116, 39), kind: 'flat' },
    { _id: 'between', at: point(116.05, 39), kind: 'deep', o: { at: point(0, 0) } },
    { _id: 'nowhere', kind: 'deep' },
  ] as never)
})

const run = (stages: unknown[], collection = 'rows') => runRaw(test, collection, stages)

async function refusedBy(stages: unknown[], collection = 'rows'): Promise<unknown> {
  try {
    return await run(stages, collection)
  } catch (error) {
    return error
  }
}

describe('how many results there are', () => {
  it('gives 20 without a limit of its own, and what a limit asks for', async () => {
    expect(await run([])).toHaveLength(20)
    expect(await run([{ $match: {} }])).toHaveLength(20)
    expect(await run([{ $limit: 25 }])).toHaveLength(25)
    expect(await run([{ $limit: 25 }, { $skip: 2 }])).toHaveLength(23)
  })

  it('does not take a limit inside a facet or a joined pipeline for one of its own', async () => {
    const lookup = { from: 'rows', pipeline: [{ $limit: 25 }], as: 'all' }
    expect(await run([{ $lookup: lookup }, { $project: { n: $.size!('$all') } }])).toHaveLength(20)
    const [facet] = (await run([{ $facet: { all: [{ $limit: 25 }], rest: [] } }])) as Array<{
      all: unknown[]
      rest: unknown[]
    }>
    expect(facet?.all).toHaveLength(25)
    expect(facet?.rest).toHaveLength(30)
  })

  it('gives 10,000 at most', async () => {
    const many = await run([
      { $limit: 1 },
      { $project: { a: $.range!([0, 10_050]) } },
      { $unwind: '$a' },
      { $project: { _id: 0, a: 1 } },
    ])
    expect(many).toHaveLength(10_000)
  })

  it('refuses a result of more than 16 MB', async () => {
    const wide = await refusedBy([{ $limit: 20 }, { $project: { a: $.range!([0, 200_000]) } }])
    expectRefusal(wide, refused(/16/))
  })
})

describe('the beginning of a pipeline', () => {
  const ids = async (...stages: unknown[]) =>
    ((await run([...stages, { $project: { _id: 1 } }])) as Array<{ _id: number }>).map(
      ({ _id }) => _id,
    )

  it('takes several matches, a sort, skips and limits in their order', async () => {
    const start = [{ $match: { n: { $gte: 3 } } }, { $match: { half: 1 } }, { $sort: { n: -1 } }]
    expect(await ids(...start, { $skip: 1 }, { $limit: 3 })).toEqual([27, 25, 23])
    expect(await ids(...start, { $limit: 3 }, { $skip: 1 })).toEqual([27, 25])
    expect(await ids(...start, { $limit: 3 }, { $skip: 5 })).toEqual([])
    expect(await ids(...start, { $limit: 5 }, { $limit: 2 })).toEqual([29, 27])
  })

  it('limits before it sorts when the limit comes first', async () => {
    expect(await ids({ $limit: 3 }, { $sort: { n: -1 } })).toEqual([2, 1, 0])
  })

  it('matches by expressions', async () => {
    expect(
      await ids({ $match: _.expr($.and!([$.eq!(['$half', 1]), $.lt!(['$n', 6])]) as never) }),
    ).toEqual([1, 3, 5])
    expect(await ids({ $match: { $expr: $.eq!([3, '$n']) } })).toEqual([3])
    expect(await ids({ $match: { $expr: $.eq!(['$inner.list', [4]]) } })).toEqual([4])
    // An expression does not look into arrays, though an index would.
    expect(await ids({ $match: { $expr: $.eq!(['$inner.list', 4]) } })).toEqual([])
  })

  it('refuses a malformed match even when nothing is there', async () => {
    await test.db.createCollection('bare')
    expectRefusal(
      await refusedBy([{ $match: { a: { $nope: 1 } } }], 'bare'),
      refused('unknown operator: $nope'),
    )
    expectRefusal(
      await refusedBy([{ $match: { $expr: { $divide: [1, 0] } } }], 'bare'),
      refused("can't $divide by zero"),
    )
  })

  it('refuses a collection that does not exist', async () => {
    const answer = await post(test.cloud, {
      action: 'database.aggregateDocuments',
      collectionName: 'none',
      stages: [],
    })
    expect(answer.code).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })

  it('refuses stages that are malformed on the wire', async () => {
    const send = async (stages: unknown) =>
      (
        await post(test.cloud, {
          action: 'database.aggregateDocuments',
          collectionName: 'rows',
          stages,
        })
      ).code
    expect(await send('x')).toBe('INVALID_PARAM')
    expect(await send([{ stageKey: '$match', stageValue: '{' }])).toBe('INVALID_PARAM')
    expect(await send([{ stageKey: '$match', stageValue: '{"a":{"$numberInt":"x"}}' }])).toBe(
      'INVALID_PARAM',
    )
    expect(await send([{ stageKey: '$match' }])).toBe('INVALID_PARAM')
    expect(await send([null])).toBe('INVALID_PARAM')
    const deep = `${'{"$not":['.repeat(20_000)}1${']}'.repeat(20_000)}`
    expect(['INVALID_PARAM', 'DATABASE_REQUEST_FAILED']).toContain(
      await send([{ stageKey: '$project', stageValue: `{"a":${deep}}` }]),
    )
  })
})

describe('stored documents', () => {
  it('stay as they are, whatever stages write', async () => {
    const before = await run([{ $match: { n: 7 } }])
    await run([
      { $match: { n: 7 } },
      { $addFields: { 'inner.list': 5, 'inner.more': 1, n: 'x' } },
      { $unwind: '$inner.list' },
      { $lookup: { from: 'rows', localField: '_id', foreignField: 'n', as: 'inner.found' } },
      { $project: { inner: { added: '$n' } } },
      {
        $graphLookup: {
          from: 'rows',
          startWith: '$_id',
          connectFromField: 'n',
          connectToField: 'n',
          as: 'g',
          depthField: 'inner.depth',
        },
      },
      { $unset: 'inner.found' },
      { $group: { _id: null, all: $.push!('$$ROOT'), merged: $.mergeObjects!('$inner') } },
    ])
    expect(await run([{ $match: { n: 7 } }])).toEqual(before)
    expect(before).toEqual([{ _id: 7, n: 7, half: 1, inner: { list: [7] } }])
  })
})

describe('geoNear', () => {
  const near = { type: 'Point', coordinates: [116, 39] }
  const found = async (more: Record<string, unknown>, ...rest: unknown[]) =>
    (await run(
      [{ $geoNear: { near, distanceField: 'd', spherical: true, ...more } }, ...rest],
      'wells',
    )) as Array<Record<string, unknown> & { _id: string; d: number }>
  const order = (rows: Array<{ _id: string }>) => rows.map(({ _id }) => _id)

  it('orders by distance and writes it, also under a path', async () => {
    const rows = await found({})
    expect(order(rows)).toEqual(['near', 'between', 'far'])
    expect(rows[0]?.d).toBe(0)
    expect(rows[2]?.d).toBeCloseTo(8651.2, 0)
    expect((await found({ distanceField: 'm.d' }))[1]).toMatchObject({
      m: { d: expect.closeTo(4325.6, 0) as number },
    })
  })

  it('keeps to the nearest and farthest distance, and multiplies', async () => {
    expect(order(await found({ maxDistance: 5000 }))).toEqual(['near', 'between'])
    expect(order(await found({ minDistance: 1 }))).toEqual(['between', 'far'])
    expect((await found({ distanceMultiplier: 0.001 }))[2]?.d).toBeCloseTo(8.65, 2)
  })

  it('asks a query, limits, and writes the place', async () => {
    expect(order(await found({ query: { kind: 'deep' } }))).toEqual(['between', 'far'])
    expect(order(await found({ limit: 2 }))).toEqual(['near', 'between'])
    expect(order(await found({ num: 1 }))).toEqual(['near'])
    expect((await found({ includeLocs: 'place.at', limit: 1 }))[0]).toMatchObject({
      place: { at: near },
    })
  })

  it('measures from another field', async () => {
    expect(order(await found({ key: 'o.at' }))).toEqual(['between'])
  })

  it('measures radians from a legacy pair', async () => {
    const [, between] = await found({ near: [116, 39], key: 'at' })
    expect(between?.d).toBeCloseTo(4325.6 / 6378100, 7)
  })

  it('hands on to further stages', async () => {
    expect(
      await found({}, { $group: { _id: '$kind', n: $.sum!(1) } }, { $sort: { _id: 1 } }),
    ).toEqual([
      { _id: 'deep', n: 2 },
      { _id: 'flat', n: 1 },
    ])
  })

  it.each([
    ['no point', { distanceField: 'd' }, "$geoNear requires a 'near' option as an Array"],
    [
      'no field for the distance',
      { near },
      "$geoNear requires a 'distanceField' option as a String",
    ],
    [
      'a place for the place that is no text',
      { near, distanceField: 'd', includeLocs: 1 },
      "$geoNear requires that 'includeLocs' option is a String",
    ],
    [
      'a distance that is no number',
      { near, distanceField: 'd', maxDistance: 'x' },
      'maxDistance must be a number',
    ],
    [
      'a negative distance',
      { near, distanceField: 'd', minDistance: -1 },
      'minDistance must be nonnegative',
    ],
    [
      'a query that is no object',
      { near, distanceField: 'd', query: 1 },
      'query must be an object',
    ],
    [
      'a key that is no text',
      { near, distanceField: 'd', key: 1 },
      "$geoNear parameter 'key' must be of type string but found type: int",
    ],
  ])('refuses %s', async (_title, specification, message) => {
    expectRefusal(await refusedBy([{ $geoNear: specification }], 'wells'), refused(message))
  })
})

describe('indexes', () => {
  const schema = readSchema({
    collections: {
      tasks: {
        rule: 'ADMINONLY',
        indexes: [
          {
            name: 'by_state',
            keys: [
              ['state', 1],
              ['due', 1],
            ],
          },
        ],
      },
      notes: { rule: 'ADMINONLY', indexes: [{ name: 'by_task', keys: [['task', 1]] }] },
      loose: { rule: 'ADMINONLY', indexes: [] },
    },
  })
  let strict: TestCloud

  beforeAll(async () => {
    strict = await testCloud({ schema, strict: true })
    const tasks = Array.from({ length: 200 }, (_unused, i) => ({
      _id: i,
      state: i % 2 ? 'open' : 'done',
      due: i,
      owner: i % 7,
    }))
    await strict.db.collection('tasks').add(tasks as never)
    await strict.db
      .collection('notes')
      .add(Array.from({ length: 400 }, (_unused, i) => ({ _id: i, task: i % 200 })) as never)
  })

  const ask = (stages: unknown[], collection = 'tasks') => runRaw(strict, collection, stages)
  const asked = async (stages: unknown[], collection = 'tasks') => {
    try {
      return await ask(stages, collection)
    } catch (error) {
      return error
    }
  }

  it('find the beginning of a pipeline', async () => {
    const page = [
      { $match: { state: 'open' } },
      { $sort: { due: -1 } },
      { $limit: 2 },
      { $project: { _id: 1 } },
    ]
    expect(await ask(page)).toEqual([{ _id: 199 }, { _id: 197 }])
    expect(await ask([{ $match: { state: 'open' } }, { $count: 'n' }])).toEqual([{ n: 100 }])
  })

  it('let a sorted page read no more documents than it gives', async () => {
    const frugal = await testCloud({ schema, strict: { mostExamined: 5 } })
    const tasks = Array.from({ length: 50 }, (_unused, i) => ({ _id: i, state: 'open', due: i }))
    await frugal.db.collection('tasks').add(tasks as never)
    const page = [{ $match: { state: 'open' } }, { $sort: { due: 1 } }, { $skip: 2 }, { $limit: 3 }]
    const found = await runRaw(frugal, 'tasks', [...page, { $project: { _id: 1 } }])
    expect(found).toEqual([{ _id: 2 }, { _id: 3 }, { _id: 4 }])
    await expect(runRaw(frugal, 'tasks', page.slice(0, 3))).rejects.toMatchObject({
      message: expect.stringContaining('more than 5 documents') as string,
    })
  })

  it('leave an order to the pipeline that they do not have', async () => {
    const byOwner = [
      { $match: { state: 'open' } },
      { $sort: { owner: 1, _id: 1 } },
      { $limit: 1 },
      { $project: { _id: 1 } },
    ]
    expect(await ask(byOwner)).toEqual([{ _id: 7 }])
  })

  it('are needed in strict mode by the beginning of a pipeline', async () => {
    expectRefusal(
      await asked([{ $match: { owner: 3 } }]),
      refused('strict mode: no declared index covers aggregate tasks.where({owner:?})'),
    )
    expectRefusal(
      await asked([{ $group: { _id: '$owner' } }]),
      refused('strict mode: no declared index covers aggregate tasks.where({})'),
    )
  })

  it('serve joins by fields and by equal variables, and are needed for them', async () => {
    const byField = { from: 'notes', localField: '_id', foreignField: 'task', as: 'notes' }
    const first = [{ $match: { state: 'open' } }, { $limit: 1 }]
    const size = { $project: { n: $.size!('$notes') } }
    expect(await ask([...first, { $lookup: byField }, size])).toEqual([{ _id: 1, n: 2 }])
    const pipeline = [{ $match: { $expr: $.eq!(['$task', '$$id']) } }]
    const byPipeline = { from: 'notes', let: { id: '$_id' }, pipeline, as: 'notes' }
    expect(await ask([...first, { $lookup: byPipeline }, size])).toEqual([{ _id: 1, n: 2 }])
    const uncovered = { ...byField, from: 'tasks', foreignField: 'owner' }
    expectRefusal(
      await asked([...first, { $lookup: uncovered }]),
      refused('strict mode: no declared index covers $lookup tasks.where({owner:?})'),
    )
    const all = { from: 'notes', pipeline: [], as: 'notes' }
    expectRefusal(
      await asked([...first, { $lookup: all }]),
      refused('strict mode: no declared index covers $lookup notes.where({})'),
    )
  })

  it('are needed for geoNear', async () => {
    const near = { type: 'Point', coordinates: [0, 0] }
    expectRefusal(
      await asked([{ $geoNear: { near, distanceField: 'd' } }], 'loose'),
      refused('$geoNear requires a 2d or 2dsphere index, but none were found'),
    )
  })
})
