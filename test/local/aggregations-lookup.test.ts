import { $, _, expectRefusal, refused, runRaw } from './support/aggregation'
import { testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

let test: TestCloud

const orders = [
  { _id: 1, item: 'almonds', price: 12, n: 2 },
  { _id: 2, item: 'pecans', price: 20, n: 1 },
  { _id: 3, item: null },
  { _id: 4 },
  { _id: 5, item: ['almonds', 'pecans'] },
  { _id: 6, item: [] },
]
const stock = [
  { _id: 'a', sku: 'almonds', left: 120, at: new Date(5) },
  { _id: 'b', sku: ['pecans', 'cashews'], left: 70 },
  { _id: 'c', sku: null, left: 1 },
  { _id: 'd', left: 2 },
  { _id: 'e', sku: 'pecans', left: 60, box: { code: 'p1' } },
  { _id: 'f', sku: /almonds/, left: 3 },
]
const people = [
  { _id: 1, name: 'Dev' },
  { _id: 2, name: 'Eliot', boss: 'Dev' },
  { _id: 3, name: 'Ron', boss: 'Eliot' },
  { _id: 4, name: 'Andrew', boss: 'Eliot' },
  { _id: 5, name: 'Asya', boss: 'Ron' },
  { _id: 6, name: 'Loop', boss: 'Loop' },
]

beforeAll(async () => {
  test = await testCloud()
  const seed = { orders, stock, people, empty: [] }
  for (const [name, documents] of Object.entries(seed)) {
    await test.db.createCollection(name)
    if (documents.length > 0) await test.db.collection(name).add(documents as never)
  }
})

const run = (stages: unknown[], collection = 'orders') => runRaw(test, collection, stages)

async function refusedBy(stages: unknown[]): Promise<unknown> {
  try {
    return await run(stages)
  } catch (error) {
    return error
  }
}

/** Ids of what is joined, by the id of the order. */
async function joined(lookup: Record<string, unknown>, match: Record<string, unknown> = {}) {
  const rows = (await run([{ $match: match }, { $lookup: { as: 'found', ...lookup } }])) as Array<{
    _id: number
    found: Array<{ _id: unknown }>
  }>
  return Object.fromEntries(
    rows.map(({ _id, found }) => [_id, found.map((one) => one._id).join('')]),
  )
}

describe('lookup by fields', () => {
  it('joins values, elements of arrays on both sides, and null with null and missing ones', async () => {
    const bySku = { from: 'stock', localField: 'item', foreignField: 'sku' }
    expect(await joined(bySku)).toEqual({ 1: 'a', 2: 'be', 3: 'cd', 4: 'cd', 5: 'abe', 6: 'cd' })
  })

  it('joins by dotted fields on both sides', async () => {
    const rows = await run(
      [
        { $match: { _id: 'e' } },
        {
          $lookup: {
            from: 'stock',
            localField: 'box.code',
            foreignField: 'box.code',
            as: 'in.same',
          },
        },
        { $project: { 'in.same._id': 1 } },
      ],
      'stock',
    )
    expect(rows).toEqual([{ _id: 'e', in: { same: [{ _id: 'e' }] } }])
  })

  it('joins by elements of objects in arrays', async () => {
    const rows = await run([
      { $match: { _id: 1 } },
      { $addFields: { lines: [{ sku: 'almonds' }, { sku: 'pecans' }, { none: 1 }] } },
      { $lookup: { from: 'stock', localField: 'lines.sku', foreignField: 'sku', as: 'found' } },
      { $project: { found: $.map!({ input: '$found', as: 'f', in: '$$f._id' }) } },
    ])
    expect(rows).toEqual([{ _id: 1, found: ['a', 'b', 'e'] }])
  })

  it('joins patterns by what they are, not by what they match', async () => {
    const rows = await run(
      [
        { $match: { _id: 'f' } },
        { $lookup: { from: 'stock', localField: 'sku', foreignField: 'sku', as: 'found' } },
        { $project: { found: $.size!('$found') } },
      ],
      'stock',
    )
    expect(rows).toEqual([{ _id: 'f', found: 1 }])
  })

  it('joins nothing from a collection that is empty or does not exist', async () => {
    for (const from of ['empty', 'nowhere', '_local_faults'])
      expect(await joined({ from, localField: 'item', foreignField: 'sku' }, { _id: 1 })).toEqual({
        1: '',
      })
  })

  it('replaces a field of the same name, and keeps what lies beside a dotted one', async () => {
    const rows = await run([
      { $match: { _id: 1 } },
      { $addFields: { o: { kept: 1 } } },
      { $lookup: { from: 'stock', localField: 'item', foreignField: 'sku', as: 'o.found' } },
      { $lookup: { from: 'stock', localField: 'item', foreignField: 'sku', as: 'price' } },
      { $project: { o: { kept: 1, found: $.size!('$o.found') }, price: $.size!('$price') } },
    ])
    expect(rows).toEqual([{ _id: 1, o: { kept: 1, found: 1 }, price: 1 }])
  })

  it('unwinds what is joined', async () => {
    const rows = await run([
      { $match: { _id: { $in: [1, 2, 3] } } },
      { $lookup: { from: 'stock', localField: 'item', foreignField: 'sku', as: 's' } },
      { $unwind: '$s' },
      { $group: { _id: '$item', left: $.sum!('$s.left') } },
      { $sort: { _id: 1 } },
    ])
    expect(rows).toEqual([
      { _id: null, left: 3 },
      { _id: 'almonds', left: 120 },
      { _id: 'pecans', left: 130 },
    ])
  })
})

describe('lookup by a pipeline', () => {
  it('sees the variables of let, and nothing else of the document outside', async () => {
    const rows = await run([
      { $match: { _id: 1 } },
      {
        $lookup: {
          from: 'stock',
          let: { wanted: '$item', twice: $.multiply!(['$n', 2]), none: '$none' },
          pipeline: [
            { $match: { $expr: $.eq!(['$sku', '$$wanted']) } },
            { $project: { twice: '$$twice', none: '$$none', item: '$item' } },
          ],
          as: 'found',
        },
      },
      { $project: { found: 1 } },
    ])
    expect(rows).toEqual([{ _id: 1, found: [{ _id: 'a', twice: 4 }] }])
  })

  it('compares as expressions do: null is not missing, and arrays are not looked into', async () => {
    const bySku = {
      from: 'stock',
      let: { item: '$item' },
      pipeline: [{ $match: { $expr: $.eq!(['$sku', '$$item']) } }],
    }
    expect(await joined(bySku)).toEqual({ 1: 'a', 2: 'e', 3: 'c', 4: 'd', 5: '', 6: '' })
  })

  it('gives all documents of another collection without conditions', async () => {
    expect(await joined({ from: 'stock', pipeline: [{ $limit: 2 }] }, { _id: { $lt: 3 } })).toEqual(
      { 1: 'ab', 2: 'ab' },
    )
  })

  it('nests, and lets the innermost pipeline see the variables of all', async () => {
    const inner = {
      from: 'people',
      let: { left: '$left' },
      pipeline: [
        { $match: { $expr: $.and!([$.eq!(['$_id', '$$order']), $.gt!(['$$left', 60])]) } },
        { $project: { _id: 0, name: 1, left: '$$left', order: '$$order' } },
      ],
      as: 'who',
    }
    const rows = await run([
      { $match: { _id: { $in: [1, 2] } } },
      {
        $lookup: {
          from: 'stock',
          let: { order: '$_id', item: '$item' },
          pipeline: [
            { $match: { $expr: $.eq!(['$sku', '$$item']) } },
            { $lookup: inner },
            { $project: { who: 1 } },
          ],
          as: 's',
        },
      },
      { $project: { s: 1 } },
    ])
    expect(rows).toEqual([
      { _id: 1, s: [{ _id: 'a', who: [{ name: 'Dev', left: 120, order: 1 }] }] },
      { _id: 2, s: [{ _id: 'e', who: [] }] },
    ])
  })

  it('takes pipelines built by the SDK, whose numbers, dates and patterns arrive wrapped twice', async () => {
    const pipeline = (
      (
        $ as never as { pipeline: () => Record<string, (a: unknown) => unknown> }
      ).pipeline() as never as {
        match: (a: unknown) => {
          project: (a: unknown) => { limit: (a: number) => { done: () => unknown } }
        }
      }
    )
      .match({ sku: /^ALM/i, left: _.gt(100), at: _.gte(new Date(5)) })
      .project({ _id: 0, left: 1, day: $.dateToString!({ date: '$at', format: '%Y' }) })
      .limit(3)
      .done()
    const rows = await test.db
      .collection('orders')
      .aggregate()
      .match({ _id: 1 })
      .lookup({ from: 'stock', pipeline, as: 'found' } as never)
      .project({ found: 1 } as never)
      .end()
    expect((rows as { data: unknown }).data).toEqual([
      { _id: 1, found: [{ left: 120, day: '1970' }] },
    ])
  })

  it('joins from the collection itself', async () => {
    const rows = await run(
      [
        { $match: { _id: 2 } },
        { $lookup: { from: 'people', localField: 'name', foreignField: 'boss', as: 'staff' } },
        { $project: { _id: 0, staff: '$staff.name' } },
      ],
      'people',
    )
    expect(rows).toEqual([{ staff: ['Ron', 'Andrew'] }])
  })

  it.each([
    ['anything but an object', 1, 'the $lookup specification must be an Object'],
    [
      'no collection',
      { as: 'a', localField: 'x', foreignField: 'y' },
      `missing 'from' option to $lookup stage specification: { as: "a", localField: "x", foreignField: "y" }`,
    ],
    [
      'no target',
      { from: 'stock', localField: 'x', foreignField: 'y' },
      "must specify 'as' field for a $lookup",
    ],
    [
      'one field only',
      { from: 'stock', as: 'a', localField: 'x' },
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    ],
    [
      'fields and a pipeline',
      { from: 'stock', as: 'a', localField: 'x', foreignField: 'y', pipeline: [] },
      "$lookup with 'pipeline' may not specify 'localField' or 'foreignField'",
    ],
    [
      'variables without a pipeline',
      { from: 'stock', as: 'a', localField: 'x', foreignField: 'y', let: {} },
      "$lookup with a 'let' argument must also specify 'pipeline'",
    ],
    [
      'numbers as names',
      { from: 5, as: 'a' },
      "$lookup argument 'from' must be a string, found from: 5: int",
    ],
    ['other arguments', { from: 'stock', as: 'a', on: 'x' }, 'unknown argument to $lookup: on'],
    [
      'unknown variables',
      { from: 'stock', as: 'a', pipeline: [{ $match: { $expr: '$$x' } }] },
      'Use of undefined variable: x',
    ],
    [
      'unknown stages inside',
      { from: 'stock', as: 'a', pipeline: [{ $nope: 1 }] },
      "Unrecognized pipeline stage name: '$nope'",
    ],
    [
      'writing inside',
      { from: 'stock', as: 'a', pipeline: [{ $out: 'x' }] },
      "$out is not allowed within a $lookup's sub-pipeline",
    ],
  ])('refuses %s', async (_title, specification, message) => {
    expectRefusal(await refusedBy([{ $lookup: specification }]), refused(message))
  })
})

describe('graphLookup and unionWith', () => {
  const names = async (more: Record<string, unknown>, match: Record<string, unknown>) => {
    const graph = {
      from: 'people',
      startWith: '$boss',
      connectFromField: 'boss',
      connectToField: 'name',
      as: 'chain',
      ...more,
    }
    const [row] = (await run([{ $match: match }, { $graphLookup: graph }], 'people')) as Array<{
      chain: Array<Record<string, unknown>>
    }>
    return row?.chain
  }

  it('follows references to their end, with depths', async () => {
    expect(await names({ depthField: 'depth' }, { name: 'Asya' })).toEqual([
      { _id: 3, name: 'Ron', boss: 'Eliot', depth: 0 },
      { _id: 2, name: 'Eliot', boss: 'Dev', depth: 1 },
      { _id: 1, name: 'Dev', depth: 2 },
    ])
  })

  it('stops at a depth, at conditions, and in circles', async () => {
    expect(await names({ maxDepth: 0 }, { name: 'Asya' })).toMatchObject([{ name: 'Ron' }])
    expect(
      await names({ restrictSearchWithMatch: { boss: 'Eliot' } }, { name: 'Asya' }),
    ).toMatchObject([{ name: 'Ron' }])
    expect(await names({}, { name: 'Loop' })).toEqual([{ _id: 6, name: 'Loop', boss: 'Loop' }])
  })

  it('goes down as well as up', async () => {
    const down = { startWith: '$name', connectFromField: 'name', connectToField: 'boss' }
    expect((await names(down, { name: 'Eliot' }))?.map(({ name }) => name)).toEqual([
      'Ron',
      'Andrew',
      'Asya',
    ])
  })

  it('refuses what is incomplete', async () => {
    expectRefusal(
      await refusedBy([{ $graphLookup: { from: 'people', as: 'x' } }]),
      refused(
        "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.",
      ),
    )
  })

  it('puts the documents of another collection after those at hand', async () => {
    const rows = await run([
      { $match: { _id: 1 } },
      { $project: { _id: 1 } },
      {
        $unionWith: {
          coll: 'stock',
          pipeline: [{ $match: { left: { $gt: 100 } } }, { $project: { _id: 1 } }],
        },
      },
      { $unionWith: 'nowhere' },
    ])
    expect(rows).toEqual([{ _id: 1 }, { _id: 'a' }])
  })
})
