import { refusal } from './support/cloud'
import { Collections, fieldsOf, idsOf, raw } from './support/collections'
import type { Command, Fields } from './support/collections'

let cloud: Collections
let _: Command

beforeAll(async () => {
  cloud = await Collections.open()
  _ = cloud.command
})

type Change = () => Fields

describe('update commands', () => {
  it.each<[string, Fields, Change, Fields]>([
    ['a plain value', { n: 1 }, () => ({ n: 2 }), { n: 2 }],
    ['null', { n: 1 }, () => ({ n: null }), { n: null }],
    ['a nested object by merging', { o: { a: 1 } }, () => ({ o: { b: 2 } }), { o: { a: 1, b: 2 } }],
    ['a dotted field', { o: { a: 1 } }, () => ({ 'o.b.c': 2 }), { o: { a: 1, b: { c: 2 } } }],
    ['set by replacing', { o: { a: 1 } }, () => ({ o: _.set({ b: 2 }) }), { o: { b: 2 } }],
    ['a whole array', { l: [1] }, () => ({ l: [2, 3] }), { l: [2, 3] }],
    ['a date', {}, () => ({ at: new Date(-5) }), { at: new Date(-5) }],
    ['remove', { n: 1, m: 2 }, () => ({ n: _.remove() }), { m: 2 }],
    [
      'remove of a nested field',
      { o: { a: 1, b: 2 } },
      () => ({ o: { a: _.remove() } }),
      { o: { b: 2 } },
    ],
    ['remove of what is not there', { n: 1 }, () => ({ 'a.b': _.remove() }), { n: 1 }],
    [
      'remove of an element, which leaves null',
      { l: [1, 2, 3] },
      () => ({ 'l.1': _.remove() }),
      { l: [1, null, 3] },
    ],
    ['inc', { n: 1 }, () => ({ n: _.inc(4), m: _.inc(2) }), { n: 5, m: 2 }],
    ['inc by a fraction below 0', { n: 1 }, () => ({ n: _.inc(-1.5) }), { n: -0.5 }],
    ['inc below what is not there', {}, () => ({ 'a.b': _.inc(1) }), { a: { b: 1 } }],
    ['mul', { n: 3 }, () => ({ n: _.mul(4), m: _.mul(2) }), { n: 12, m: 0 }],
    [
      'min',
      { n: 3, m: 3 },
      () => ({ n: _.min(1), m: _.min(9), k: _.min(5) }),
      { n: 1, m: 3, k: 5 },
    ],
    [
      'max',
      { n: 3, m: 3 },
      () => ({ n: _.max(1), m: _.max(9), k: _.max(5) }),
      { n: 3, m: 9, k: 5 },
    ],
    ['min of dates', { at: new Date(9) }, () => ({ at: _.min(new Date(5)) }), { at: new Date(5) }],
    [
      'max over types, where text is above numbers',
      { n: 3, s: 'x' },
      () => ({ n: _.max('a' as never), s: _.max(99) }),
      { n: 'a', s: 'x' },
    ],
    [
      'min over types, where null is below all',
      { n: 3, z: null },
      () => ({ n: _.min(null as never), z: _.min(1) }),
      { n: null, z: null },
    ],
    ['rename', { n: 3 }, () => ({ n: _.rename('k') }), { k: 3 }],
    [
      'rename onto an existing field',
      { n: 3, k: 5, z: 1 },
      () => ({ n: _.rename('k') }),
      { k: 3, z: 1 },
    ],
    ['rename of what is not there', { k: 5 }, () => ({ n: _.rename('k') }), { k: 5 }],
    ['rename into a new object', { n: 3 }, () => ({ n: _.rename('o.p') }), { o: { p: 3 } }],
    ['bit and', { n: 13 }, () => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
    ['bit or', { n: 3 }, () => ({ n: _.bit({ or: 5 }) }), { n: 7 }],
    [
      'bit xor, from nothing',
      { n: 1 },
      () => ({ n: _.bit({ xor: 5 }), m: _.bit({ xor: 6 }) }),
      { n: 4, m: 6 },
    ],
    [
      'the time of the server',
      { at: 1 },
      () => ({ at: cloud.db.serverDate() }),
      { at: expect.any(Date) as Date },
    ],
  ])('change by %s', async (_name, before, change, after) => {
    expect(await cloud.update(before, change())).toEqual(after)
  })

  it.each<[string, Fields, Change, Fields]>([
    ['push', { l: [1] }, () => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
    ['push of one', { l: [1] }, () => ({ l: _.push(2) }), { l: [1, 2] }],
    ['push of nothing', { l: [1] }, () => ({ l: _.push([]) }), { l: [1] }],
    ['push into nothing', {}, () => ({ l: _.push(['x']) }), { l: ['x'] }],
    ['push of an array as an element', { l: [] }, () => ({ l: _.push([[1]]) }), { l: [[1]] }],
    [
      'push at a place',
      { l: [1, 4] },
      () => ({ l: _.push({ each: [2, 3], position: 1 }) }),
      { l: [1, 2, 3, 4] },
    ],
    [
      'push at a place behind the end',
      { l: [1] },
      () => ({ l: _.push({ each: [2], position: 9 }) }),
      { l: [1, 2] },
    ],
    [
      'push at a place counted backwards',
      { l: [1, 2, 4] },
      () => ({ l: _.push({ each: [3], position: -1 }) }),
      { l: [1, 2, 3, 4] },
    ],
    [
      'push before the start',
      { l: [1] },
      () => ({ l: _.push({ each: [0], position: -9 }) }),
      { l: [0, 1] },
    ],
    [
      'push, sorted',
      { l: [5, 1] },
      () => ({ l: _.push({ each: [3], sort: 1 }) }),
      { l: [1, 3, 5] },
    ],
    [
      'push, sorted downwards',
      { l: [5, 1] },
      () => ({ l: _.push({ each: [3], sort: -1 }) }),
      { l: [5, 3, 1] },
    ],
    [
      'push, sorted by fields',
      {
        l: [
          { a: 2, b: 1 },
          { a: 1, b: 1 },
        ],
      },
      () => ({ l: _.push({ each: [{ a: 1, b: 2 }], sort: { a: 1, b: -1 } as never }) }),
      {
        l: [
          { a: 1, b: 2 },
          { a: 1, b: 1 },
          { a: 2, b: 1 },
        ],
      },
    ],
    ['push, cut', { l: [1] }, () => ({ l: _.push({ each: [2, 3], slice: 2 }) }), { l: [1, 2] }],
    [
      'push, cut to the last',
      { l: [1] },
      () => ({ l: _.push({ each: [2, 3], slice: -2 }) }),
      { l: [2, 3] },
    ],
    ['push, cut to nothing', { l: [1] }, () => ({ l: _.push({ each: [2], slice: 0 }) }), { l: [] }],
    [
      'push at a place, sorted and cut',
      { l: [5, 1] },
      () => ({ l: _.push({ each: [3], position: 0, sort: 1, slice: 2 }) }),
      { l: [1, 3] },
    ],
    [
      'push of a server date',
      { l: [] },
      () => ({ l: _.push([cloud.db.serverDate()]) }),
      { l: [expect.any(Date)] },
    ],
    ['pop', { l: [1, 2] }, () => ({ l: _.pop() }), { l: [1] }],
    ['pop of nothing', { l: [] }, () => ({ l: _.pop(), m: _.pop() }), { l: [] }],
    ['shift', { l: [1, 2] }, () => ({ l: _.shift() }), { l: [2] }],
    ['unshift', { l: [1] }, () => ({ l: _.unshift([8, 9]) }), { l: [8, 9, 1] }],
    ['unshift into nothing', {}, () => ({ l: _.unshift(8) }), { l: [8] }],
    ['pull of a value', { l: [1, 2, 1, '1'] }, () => ({ l: _.pull(1) }), { l: [2, '1'] }],
    ['pull by a command', { l: [1, 2, 3] }, () => ({ l: _.pull(_.in([1, 3])) }), { l: [2] }],
    ['pull by a bound', { l: [1, 5, 'x'] }, () => ({ l: _.pull(_.gt(2)) }), { l: [1, 'x'] }],
    [
      'pull by fields',
      { l: [{ k: 1, v: 1 }, { k: 2 }, 2] },
      () => ({ l: _.pull({ k: 2 }) }),
      { l: [{ k: 1, v: 1 }, 2] },
    ],
    [
      'pull by a bound on a field',
      { l: [{ k: 1 }, { k: 5 }] },
      () => ({ l: _.pull({ k: _.gt(2) }) }),
      { l: [{ k: 1 }] },
    ],
    ['pull by a pattern', { l: ['abc', 'xyz', 5] }, () => ({ l: _.pull(/^a/) }), { l: ['xyz', 5] }],
    ['pull of an array', { l: [[1, 2], 1] }, () => ({ l: _.pull([1, 2]) }), { l: [1] }],
    ['pull from nothing', { n: 1 }, () => ({ l: _.pull(1), 'o.l': _.pull(1) }), { n: 1 }],
    ['pullAll', { l: [1, 2, 3, { k: 1 }] }, () => ({ l: _.pullAll([1, 2, { k: 1 }]) }), { l: [3] }],
    [
      'addToSet',
      { l: ['x'] },
      () => ({ l: _.addToSet('x'), m: _.addToSet('y') }),
      { l: ['x'], m: ['y'] },
    ],
    [
      'addToSet of several',
      { l: ['x'] },
      () => ({ l: _.addToSet({ $each: ['x', 'z', 'z'] }) }),
      { l: ['x', 'z'] },
    ],
    ['addToSet of an array', { l: [1] }, () => ({ l: _.addToSet([1]) }), { l: [1, [1]] }],
    [
      'addToSet of an object, whose order of fields counts',
      { l: [{ a: 1, b: 2 }] },
      () => ({ l: _.addToSet({ b: 2, a: 1 }), m: _.addToSet({ a: 1 }) }),
      {
        l: [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        m: [{ a: 1 }],
      },
    ],
    ['an element by its place', { l: [1, 2] }, () => ({ 'l.1': 9 }), { l: [1, 9] }],
    [
      'a place behind the end, with null between',
      { l: [1] },
      () => ({ 'l.3': 9 }),
      { l: [1, null, null, 9] },
    ],
    ['a field of a new element', { l: [] }, () => ({ 'l.1.a': 9 }), { l: [null, { a: 9 }] }],
    [
      'a field with a number for a name',
      { o: {} },
      () => ({ 'o.0': 9, 'p.0': 1 }),
      { o: { 0: 9 }, p: { 0: 1 } },
    ],
  ])('change arrays by %s', async (_name, before, change, after) => {
    expect(await cloud.update(before, change())).toEqual(after)
  })

  it.each<[string, Fields, Fields, Fields]>([
    [
      '$currentDate',
      {},
      { $currentDate: { at: true, by: { $type: 'date' } } },
      { at: expect.any(Date), by: expect.any(Date) },
    ],
    ['$setOnInsert, which an update leaves alone', { n: 1 }, { $setOnInsert: { m: 1 } }, { n: 1 }],
    ['every element', { l: [1, 2] }, { $inc: { 'l.$[]': 10 } }, { l: [11, 12] }],
    [
      'a field of every element',
      { l: [{ a: 1 }, {}] },
      { $set: { 'l.$[].a': 5 } },
      { l: [{ a: 5 }, { a: 5 }] },
    ],
    [
      'every element of every element',
      { l: [[1], [2, 3]] },
      { $mul: { 'l.$[].$[]': 2 } },
      { l: [[2], [4, 6]] },
    ],
    [
      'several operators at once',
      { a: 1, b: [1], c: 1 },
      { $set: { a: 2 }, $push: { b: 2 }, $unset: { c: '' }, $inc: { d: 1 } },
      { a: 2, b: [1, 2], d: 1 },
    ],
    ['a push without $each', { l: [1] }, { $push: { l: [2] } }, { l: [1, [2]] }],
    ['the id set to what it is', { n: 1 }, { $set: { _id: 'a', n: 2 } }, { n: 2 }],
  ])('change by operators sent as they stand: %s', async (_name, before, change, after) => {
    expect(await cloud.updateRaw(before, change)).toEqual(after)
  })
})

describe('the positional $', () => {
  const list = {
    l: [
      { k: 1, v: 0 },
      { k: 2, v: 0 },
    ],
    m: [5, 6, 7],
  }

  it.each<[string, Fields, Fields, Fields]>([
    [
      'the element that a field of it matched',
      { 'l.k': 2 },
      { $set: { 'l.$.v': 7 } },
      {
        l: [
          { k: 1, v: 0 },
          { k: 2, v: 7 },
        ],
      },
    ],
    ['a plain element', { m: { $gt: 5 } }, { $set: { 'm.$': 0 } }, { m: [5, 0, 7] }],
    [
      'an element found by elemMatch',
      { l: { $elemMatch: { k: 2 } } },
      { $inc: { 'l.$.v': 1 } },
      {
        l: [
          { k: 1, v: 0 },
          { k: 2, v: 1 },
        ],
      },
    ],
    [
      'an element found inside $and',
      { $and: [{ m: 7 }] },
      { $set: { 'm.$': 0 } },
      { m: [5, 6, 0] },
    ],
    ['an element taken away', { m: 6 }, { $unset: { 'm.$': '' } }, { m: [5, null, 7] }],
  ])('stands for %s', async (_name, filter, change, after) => {
    expect(await cloud.updateRaw(list, change, filter)).toEqual({ ...list, ...after })
  })

  it('needs a filter that matched an element', async () => {
    const collection = await cloud.with([{ _id: 'a', ...list }])
    const refused = await refusal(
      raw(collection, { _id: 'a' }).update({ $set: { 'l.$.v': 1 } } as never),
    )
    expect(refused?.message).toContain(
      'The positional operator did not find the match needed from the query.',
    )
    expect(await fieldsOf(collection)).toEqual(list)
  })
})

describe('the order of fields', () => {
  const keys = async (document: Fields) => Object.keys(document)

  it('stays where fields are changed, and new ones follow by name', async () => {
    const changed = await cloud.updateRaw(
      { z: 1, m: 1 },
      { $set: { y: 1, m: 2, b: 1 }, $inc: { a: 1 } },
    )
    expect(await keys(changed)).toEqual(['z', 'm', 'a', 'b', 'y'])
  })

  it('keeps the given order in a replacement, the id first', async () => {
    const collection = await cloud.with([{ _id: 'a', x: 1 }])
    await collection.doc('a').set({ z: 1, a: 1 })
    const [document] = (await collection.get()).data as Fields[]
    expect(Object.keys(document!)).toEqual(['_id', 'z', 'a'])
    await collection.add({ z: 1, _id: 'b', a: 1 })
    expect(Object.keys(((await collection.doc('b').get()).data as Fields[])[0]!)).toEqual([
      '_id',
      'z',
      'a',
    ])
  })

  it('puts a renamed field last', async () => {
    expect(Object.keys(await cloud.updateRaw({ a: 1, b: 2 }, { $rename: { a: 'c' } }))).toEqual([
      'b',
      'c',
    ])
  })
})

describe('what updates report', () => {
  it('counts the documents that match, changed or not', async () => {
    const collection = await cloud.with([
      { _id: 'a', n: 1, k: 1 },
      { _id: 'b', n: 1, k: 2 },
    ])
    expect(await collection.where({ n: 1 }).update({ n: 1 })).toMatchObject({
      updated: 2,
      upsertId: null,
    })
    expect(await collection.doc('none').update({ n: 1 })).toMatchObject({ updated: 0 })
    expect(await collection.where({ n: 9 }).update({ n: 1 })).toMatchObject({ updated: 0 })
  })

  it('changes the first document only when asked', async () => {
    const collection = await cloud.with([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])
    const first = collection.where({ n: 1 }).options({ multiple: false })
    expect(await first.update({ n: 2 })).toMatchObject({ updated: 1 })
    expect(await first.remove()).toMatchObject({ deleted: 1 })
    expect(idsOf(await collection.get())).toHaveLength(1)
  })

  it('returns the first new document from updateAndReturn', async () => {
    const collection = await cloud.with([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])
    const returned: unknown = await collection.where({ n: 1 }).updateAndReturn({ n: _.inc(4) })
    expect(returned).toMatchObject({ updated: 1, doc: { _id: 'a', n: 5 } })
    expect(await collection.where({ n: 1 }).count()).toMatchObject({ total: 1 })
    expect(await collection.where({ n: 5 }).updateAndReturn({ n: 5 })).toMatchObject({ updated: 1 })
    expect(await collection.where({ n: 9 }).updateAndReturn({ n: 1 })).toMatchObject({
      updated: 0,
      doc: null,
    })
  })

  it('gives dates back as dates from updateAndReturn', async () => {
    const collection = await cloud.with([{ _id: 'a' }])
    const returned: unknown = await collection
      .where({ _id: 'a' })
      .updateAndReturn({ at: new Date(5) })
    expect(returned).toMatchObject({ doc: { at: new Date(5) } })
  })
})

describe('set', () => {
  it('replaces, and inserts when there is none', async () => {
    const collection = await cloud.with([{ _id: 'a', x: 1, y: 2 }])
    expect(await collection.doc('a').set({ x: 5 })).toMatchObject({ updated: 1, upsertedId: null })
    expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', x: 5 }])
    expect(await collection.doc('b').set({ x: 6 })).toMatchObject({ updated: 0, upsertedId: 'b' })
    expect(await collection.doc('a').set({ x: 5 })).toMatchObject({ updated: 1 })
    expect(await collection.doc(7).set({ x: 7 })).toMatchObject({ upsertedId: 7 })
    expect(await collection.doc('a').set({})).toMatchObject({ updated: 1 })
    expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a' }])
  })

  it('takes server dates, points and patterns', async () => {
    const collection = await cloud.with([])
    await collection
      .doc('a')
      .set({ at: cloud.db.serverDate(), p: new cloud.db.Geo.Point(1, 2), r: /x/i })
    expect(await fieldsOf(collection)).toMatchObject({
      at: expect.any(Date) as Date,
      p: { longitude: 1, latitude: 2 },
    })
  })
})
