import { post, refusal, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

let test: TestCloud
let $: TestCloud['db']['command']['aggregate']
let _: TestCloud['db']['command']

beforeAll(async () => {
  test = await testCloud()
  _ = test.db.command
  $ = _.aggregate
  await test.db.createCollection('orders')
  await test.db.createCollection('people')
  await test.db.collection('orders').add([
    { _id: 1, who: 'a', v: 5, tags: ['x', 'y'], at: new Date('2019-05-14T16:30:00Z'), o: { p: 1 } },
    { _id: 2, who: 'b', v: 7, tags: ['y'], at: new Date('2019-01-01T00:00:00Z'), o: { p: 2 } },
    { _id: 3, who: 'a', v: 9, tags: [], at: new Date('2018-12-30T00:00:00Z') },
  ] as never)
  await test.db.collection('people').add([
    { _id: 'a', name: '甲', age: 30 },
    { _id: 'b', name: '乙', age: 40 },
  ] as never)
})

const orders = () => test.db.collection('orders').aggregate()
const run = async (pipeline: { end: () => Promise<unknown> }) =>
  ((await pipeline.end()) as { data: unknown[] }).data

/** The value of one expression for the order with this id. */
const value = async (id: number, expression: unknown) => {
  const [row] = await run(
    orders()
      .match({ _id: id })
      .project({ _id: 0, r: expression } as never),
  )
  return (row as { r: unknown }).r
}

describe('stages', () => {
  it('groups, sorts and limits', async () => {
    const grouped = orders()
      .match({ v: _.gt(4) })
      .group({ _id: '$who', total: $.sum('$v'), all: $.push('$v') } as never)
    expect(await run(grouped.sort({ total: -1 }).limit(1))).toEqual([
      { _id: 'a', total: 14, all: [5, 9] },
    ])
  })

  it('joins by fields, and by a pipeline with variables', async () => {
    const joined = orders()
      .match({ _id: 2 })
      .lookup({ from: 'people', localField: 'who', foreignField: '_id', as: 'who' })
    expect(await run(joined.project({ who: 1 } as never))).toEqual([
      { _id: 2, who: [{ _id: 'b', name: '乙', age: 40 }] },
    ])
    const pipeline = $.pipeline()
      .match(_.expr($.and([$.eq(['$_id', '$$w']), $.gt(['$age', 20])] as never)) as never)
      .project({ name: 1, _id: 0 } as never)
      .done()
    const lookup = { from: 'people', let: { w: '$who' }, pipeline, as: 'found' }
    expect(
      await run(
        orders()
          .match({ _id: 1 })
          .lookup(lookup as never)
          .project({ found: 1 } as never),
      ),
    ).toEqual([{ _id: 1, found: [{ name: '甲' }] }])
  })

  it('unwinds, counts, sorts by count, buckets and replaces the root', async () => {
    expect(await run(orders().unwind('$tags').sortByCount('$tags'))).toEqual([
      { _id: 'y', count: 2 },
      { _id: 'x', count: 1 },
    ])
    expect(await run(orders().match({ who: 'a' }).count('n'))).toEqual([{ n: 2 }])
    const buckets = orders().bucket({
      groupBy: '$v',
      boundaries: [0, 6, 10],
      output: { n: $.sum(1) },
    } as never)
    expect(await run(buckets)).toEqual([
      { _id: 0, n: 1 },
      { _id: 6, n: 2 },
    ])
    expect(
      await run(
        orders()
          .match({ _id: 1 })
          .replaceRoot({ newRoot: '$o' } as never),
      ),
    ).toEqual([{ p: 1 }])
    expect(await run(orders().sample({ size: 2 }))).toHaveLength(2)
    expect(
      await run(
        orders()
          .skip(2)
          .project({ _id: 1 } as never),
      ),
    ).toEqual([{ _id: 3 }])
  })

  it('leaves the stored documents as they are when a stage writes into nested fields', async () => {
    await run(orders().addFields({ 'o.p': 99, 'o.q': 1 } as never))
    expect(
      (
        await test.db
          .collection('orders')
          .doc(1 as never)
          .get()
      ).data,
    ).toMatchObject([{ o: { p: 1 } }])
    expect(
      await run(
        orders()
          .match({ _id: 1 })
          .project({ o: 1 } as never),
      ),
    ).toEqual([{ _id: 1, o: { p: 1 } }])
  })

  it('gives 20 results unless a limit is named', async () => {
    await test.db.createCollection('many')
    await test.db
      .collection('many')
      .add(Array.from({ length: 30 }, (_unused, n) => ({ n })) as never)
    expect(
      await run(
        test.db
          .collection('many')
          .aggregate()
          .match({ n: _.gte(0) }),
      ),
    ).toHaveLength(20)
    expect(
      await run(
        test.db
          .collection('many')
          .aggregate()
          .match({ n: _.gte(0) })
          .limit(25),
      ),
    ).toHaveLength(25)
  })

  it('orders by distance and writes it into the documents', async () => {
    await test.db.createCollection('wells')
    const { Geo } = test.db
    await test.db.collection('wells').add([
      { _id: 'far', at: new Geo.Point(116.1, 39) },
      { _id: 'near', at: new Geo.Point(116, 39) },
    ] as never)
    const near = {
      near: new Geo.Point(116, 39),
      distanceField: 'metres',
      spherical: true,
      maxDistance: 20_000,
    }
    const found = (await run(
      test.db
        .collection('wells')
        .aggregate()
        .geoNear(near as never),
    )) as Array<{ _id: string; metres: number }>
    expect(found.map(({ _id: id }) => id)).toEqual(['near', 'far'])
    expect(found[1]!.metres).toBeCloseTo(8651.2, 0)
  })

  it('refuses stages that write, run scripts, or do not exist', async () => {
    for (const stageKey of ['$out', '$merge', '$nope']) {
      const stages = [{ stageKey, stageValue: '{"into":"people"}' }]
      const answer = await post(test.cloud, {
        action: 'database.aggregateDocuments',
        collectionName: 'orders',
        stages,
      })
      expect(answer.code).toBe('DATABASE_REQUEST_FAILED')
    }
    const script = orders().addFields({
      x: { $function: { body: 'function(){return 1}', args: [], lang: 'js' } },
    } as never)
    expect((await refusal(script.end()))?.code).toBe('DATABASE_REQUEST_FAILED')
  })
})

describe('expressions', () => {
  it.each([
    ['week counts from the first Sunday', 1, () => $.week('$at'), 19],
    ['week of days before the first Sunday is 0', 2, () => $.week('$at'), 0],
    [
      'dayOfWeek in a zone',
      1,
      () => ({ $dayOfWeek: { date: '$at', timezone: 'Asia/Shanghai' } }),
      4,
    ],
    ['hour in a zone by offset', 1, () => ({ $hour: { date: '$at', timezone: '+08:00' } }), 0],
    [
      'dateToString in a zone',
      1,
      () =>
        $.dateToString({
          date: '$at',
          format: '%Y-%m-%d %H:%M',
          timezone: 'Asia/Shanghai',
        } as never),
      '2019-05-15 00:30',
    ],
    ['indexOfCP', 1, () => ({ $indexOfCP: ['整改通知', '通'] }), 2],
    ['indexOfCP of what is absent', 1, () => ({ $indexOfCP: ['整改', '无'] }), -1],
    ['substr to the end', 1, () => ({ $substr: ['abcdef', 2, -1] }), 'cdef'],
    ['substrCP', 1, () => $.substrCP(['整改通知', 1, 2] as never), '改通'],
    [
      'cond',
      1,
      () => $.cond({ if: $.gte(['$v', 5] as never), then: 'high', else: 'low' } as never),
      'high',
    ],
    ['ifNull', 3, () => $.ifNull(['$o.p', 'none'] as never), 'none'],
    ['concat', 1, () => $.concat(['$who', '-', '$who'] as never), 'a-a'],
    [
      'filter',
      1,
      () => $.filter({ input: '$tags', as: 't', cond: $.eq(['$$t', 'x'] as never) } as never),
      ['x'],
    ],
    ['size', 1, () => $.size('$tags'), 2],
    ['in', 1, () => $.in(['y', '$tags'] as never), true],
    [
      'switch',
      2,
      () =>
        $.switch({
          branches: [{ case: $.eq(['$v', 7] as never), then: 'seven' }],
          default: 'other',
        } as never),
      'seven',
    ],
    ['arithmetic', 1, () => $.multiply([$.add(['$v', 1] as never), 2] as never), 12],
  ])('%s', async (_name, id, expression, expected) => {
    expect(await value(id, expression())).toEqual(expected)
  })

  it('reads $$NOW from the local clock', async () => {
    await test.cloud.clock.jump(test.cloud.clock.now() + 86_400_000)
    const now = (await value(1, '$$NOW')) as Date
    expect(Math.abs(now.getTime() - test.cloud.clock.now())).toBeLessThan(5_000)
  })
})
