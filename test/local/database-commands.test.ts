import { post, refusal, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

let test: TestCloud
let _: TestCloud['db']['command']
let counter = 0

beforeAll(async () => {
  test = await testCloud()
  _ = test.db.command
})

/** A fresh collection holding these documents. */
async function collectionWith(documents: Array<Record<string, unknown>>) {
  const name = `c${++counter}`
  await test.db.createCollection(name)
  const collection = test.db.collection(name)
  if (documents.length > 0) await collection.add(documents as never)
  return collection
}

const ids = (result: { data: Array<{ _id?: unknown }> }) => result.data.map(({ _id }) => _id)

describe('documents', () => {
  it('gives an id of 32 hex characters to a document without one', async () => {
    const collection = await collectionWith([])
    const { id } = (await collection.add({ a: 1 })) as { id: string }
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect((await collection.doc(id).get()).data).toEqual([{ _id: id, a: 1 }])
  })

  it('keeps every type a document may hold', async () => {
    const collection = await collectionWith([])
    const stored = {
      text: '整改 "quoted"\n',
      whole: 7,
      big: 31536000000,
      half: 3.5,
      yes: true,
      nothing: null,
      at: new Date(5),
      list: [1, 'x', { deep: [new Date(6)] }],
      nested: { a: { b: {} } },
    }
    await collection.doc('all').set(stored)
    expect((await collection.doc('all').get()).data[0]).toEqual({ _id: 'all', ...stored })
  })

  it('tells a number from a text as id', async () => {
    const collection = await collectionWith([
      { _id: 1, v: 'number' },
      { _id: '1', v: 'text' },
    ])
    expect((await collection.doc(1).get()).data).toEqual([{ _id: 1, v: 'number' }])
    expect((await collection.doc('1').get()).data).toEqual([{ _id: '1', v: 'text' }])
  })

  it('takes one reading of the clock per request for server dates', async () => {
    const collection = await collectionWith([])
    await collection.add({
      _id: 'd',
      at: test.db.serverDate(),
      later: test.db.serverDate({ offset: 60_000 }),
    })
    const [document] = (await collection.doc('d').get()).data as Array<{ at: Date; later: Date }>
    expect(document!.later.getTime() - document!.at.getTime()).toBe(60_000)
    expect(Math.abs(document!.at.getTime() - Date.now())).toBeLessThan(5_000)
  })

  it('replaces by set, and inserts when there is none', async () => {
    const collection = await collectionWith([{ _id: 'a', x: 1, y: 2 }])
    expect(await collection.doc('a').set({ x: 5 })).toMatchObject({ updated: 1, upsertedId: null })
    expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', x: 5 }])
    expect(await collection.doc('b').set({ x: 6 })).toMatchObject({ updated: 0, upsertedId: 'b' })
    expect(await collection.doc('a').set({ x: 5 })).toMatchObject({ updated: 1 })
  })

  it('counts matched documents, and reports the new one from updateAndReturn', async () => {
    const collection = await collectionWith([
      { _id: 'a', n: 1, k: 1 },
      { _id: 'b', n: 1, k: 2 },
    ])
    expect(await collection.where({ n: 1 }).update({ n: 1 })).toMatchObject({ updated: 2 })
    expect(await collection.doc('none').update({ n: 1 })).toMatchObject({ updated: 0 })
    const returned = (await collection.where({ k: 2 }).updateAndReturn({ n: _.inc(4) })) as unknown
    expect(returned).toMatchObject({ updated: 1, doc: { _id: 'b', n: 5, k: 2 } })
    expect(await collection.where({ k: 9 }).updateAndReturn({ n: 1 })).toMatchObject({
      updated: 0,
      doc: null,
    })
  })

  it('removes one by id and many by filter', async () => {
    const collection = await collectionWith([1, 2, 3, 4].map((n) => ({ _id: `d${n}`, n })))
    expect(await collection.doc('d1').remove()).toMatchObject({ deleted: 1 })
    expect(await collection.where({ n: _.gte(3) }).remove()).toMatchObject({ deleted: 2 })
    expect(ids(await collection.get())).toEqual(['d2'])
  })

  it('sends an ObjectId back as hex text that finds the document again', async () => {
    const collection = await collectionWith([])
    const hex = '0123456789abcdef01234567'
    await collection.add({ _id: 'r', ref: new test.db.ObjectId({ id: hex } as never) } as never)
    const found = await collection.where({ ref: hex }).get()
    expect(found.data).toEqual([{ _id: 'r', ref: hex }])
  })
})

describe('query commands', () => {
  const people = [
    { _id: 'a', n: 1, s: 'Apple', tags: ['x', 'y'], o: { p: 1 }, at: new Date(10) },
    {
      _id: 'b',
      n: 2,
      s: 'banana',
      tags: ['y'],
      o: { p: 2 },
      marks: [
        { v: 1, k: 'q' },
        { v: 9, k: 'r' },
      ],
    },
    { _id: 'c', n: 3, s: 'apricot', tags: [], at: new Date(20), z: null },
    { _id: 'd', n: 3.5, s: 'Cherry', marks: [{ v: 5, k: 'q' }] },
  ]
  const find = async (filter: Record<string, unknown>) => {
    const collection = await collectionWith(people)
    return ids(await collection.where(filter).orderBy('_id', 'asc').get()) as string[]
  }

  it.each([
    ['equality', () => ({ n: 2 }), 'b'],
    ['a dotted field', () => ({ 'o.p': 2 }), 'b'],
    ['an embedded object by its fields', () => ({ o: { p: 1 } }), 'a'],
    ['an element of an array', () => ({ tags: 'y' }), 'ab'],
    ['eq', () => ({ n: _.eq(3) }), 'c'],
    ['neq', () => ({ n: _.neq(3) }), 'abd'],
    ['gt', () => ({ n: _.gt(2) }), 'cd'],
    ['gte', () => ({ n: _.gte(2) }), 'bcd'],
    ['lt', () => ({ n: _.lt(2) }), 'a'],
    ['lte', () => ({ n: _.lte(2) }), 'ab'],
    ['in', () => ({ n: _.in([1, 3.5]) }), 'ad'],
    ['nin', () => ({ n: _.nin([1, 3.5]) }), 'bc'],
    ['and of one field', () => ({ n: _.gt(1).and(_.lt(3)) }), 'b'],
    ['or of one field', () => ({ n: _.eq(1).or(_.eq(3)) }), 'ac'],
    ['or of fields', () => _.or([{ n: 1 }, { s: 'Cherry' }]), 'ad'],
    ['and of fields', () => _.and([{ n: _.gt(1) }, { tags: 'y' }]), 'b'],
    ['nor', () => _.nor([{ n: 1 }, { s: 'Cherry' }]), 'bc'],
    ['not', () => ({ n: _.not(_.gt(2)) }), 'ab'],
    ['exists', () => ({ marks: _.exists(true) }), 'bd'],
    ['not exists', () => ({ marks: _.exists(false) }), 'ac'],
    ['null, which also means missing', () => ({ z: null }), 'abcd'],
    [
      'mod',
      () => ({
        n: (_ as unknown as { mod: (divisor: number, rest: number) => unknown }).mod(2, 1),
      }),
      'acd',
    ],
    ['all', () => ({ tags: _.all(['x', 'y']) }), 'a'],
    ['size', () => ({ tags: _.size(0) }), 'c'],
    [
      'elemMatch on fields of one element',
      () => ({ marks: _.elemMatch({ v: _.gt(4), k: 'q' }) }),
      'd',
    ],
    ['elemMatch on plain values', () => ({ tags: _.elemMatch(_.eq('x')) }), 'a'],
    ['a date range', () => ({ at: _.lte(new Date(10)) }), 'a'],
    ['a pattern', () => ({ s: /^ap/i }), 'ac'],
    ['a pattern with a flag that remembers', () => ({ s: /a/g }), 'bc'],
    ['db.RegExp', () => ({ s: new test.db.RegExp({ regexp: 'rr', options: 'i' } as never) }), 'd'],
  ])('finds by %s', async (_name, filter, expected) => {
    expect((await find(filter() as Record<string, unknown>)).join('')).toBe(expected)
  })

  it('matches no primitive element by a field criterion in elemMatch', async () => {
    const collection = await collectionWith([
      { _id: 'a', l: ['abc', 5] },
      { _id: 'b', l: ['abc', { length: 3 }] },
    ])
    expect(ids(await collection.where({ l: _.elemMatch({ length: 3 }) }).get())).toEqual(['b'])
  })

  it('sorts, skips and limits, missing fields first and types in order', async () => {
    const collection = await collectionWith([
      { _id: 'text', v: 'a' },
      { _id: 'two', v: 2 },
      { _id: 'none' },
      { _id: 'list', v: [9, 1] },
      { _id: 'yes', v: true },
      { _id: 'ten', v: 10 },
    ])
    const order = ['none', 'list', 'two', 'ten', 'text', 'yes']
    expect(ids(await collection.orderBy('v', 'asc').get())).toEqual(order)
    expect(ids(await collection.orderBy('v', 'desc').skip(1).limit(2).get())).toEqual([
      'text',
      'ten',
    ])
    expect(ids(await collection.orderBy('_id', 'desc').limit(1).get())).toEqual(['yes'])
  })

  it('gives 100 documents unless asked, and never more than 1000', async () => {
    const collection = await collectionWith(Array.from({ length: 1100 }, (_unused, n) => ({ n })))
    expect((await collection.get()).data).toHaveLength(100)
    expect((await collection.limit(1100).get()).data).toHaveLength(1000)
    expect(await collection.count()).toMatchObject({ total: 1100 })
  })

  it('projects fields in, out, and parts of arrays', async () => {
    const collection = await collectionWith([{ _id: 'a', x: 1, y: { z: 2, w: 3 }, l: [1, 2, 3] }])
    expect((await collection.field({ x: true }).get()).data).toEqual([{ _id: 'a', x: 1 }])
    expect((await collection.field({ 'y.z': 1, _id: 0 }).get()).data).toEqual([{ y: { z: 2 } }])
    expect((await collection.field({ x: false, y: false }).get()).data).toEqual([
      { _id: 'a', l: [1, 2, 3] },
    ])
    const first = await collection.field({ l: _.project.slice(1), _id: 0 } as never).get()
    expect(first.data).toMatchObject([{ l: [1] }])
  })
})

describe('update commands', () => {
  const update = async (before: Record<string, unknown>, change: Record<string, unknown>) => {
    const collection = await collectionWith([{ _id: 'a', ...before }])
    await collection.doc('a').update(change)
    const [document] = (await collection.doc('a').get()).data as Array<Record<string, unknown>>
    const { _id: id, ...fields } = document!
    expect(id).toBe('a')
    return fields
  }

  it.each([
    ['a plain value', { n: 1 }, () => ({ n: 2 }), { n: 2 }],
    ['a nested object by merging', { o: { a: 1 } }, () => ({ o: { b: 2 } }), { o: { a: 1, b: 2 } }],
    ['set by replacing', { o: { a: 1 } }, () => ({ o: _.set({ b: 2 }) }), { o: { b: 2 } }],
    ['remove', { n: 1, m: 2 }, () => ({ n: _.remove() }), { m: 2 }],
    ['inc', { n: 1 }, () => ({ n: _.inc(4), m: _.inc(2) }), { n: 5, m: 2 }],
    ['mul', { n: 3 }, () => ({ n: _.mul(4), m: _.mul(2) }), { n: 12, m: 0 }],
    ['min', { n: 3, m: 3 }, () => ({ n: _.min(1), m: _.min(9) }), { n: 1, m: 3 }],
    ['max', { n: 3, m: 3 }, () => ({ n: _.max(1), m: _.max(9) }), { n: 3, m: 9 }],
    ['rename', { n: 3 }, () => ({ n: _.rename('k') }), { k: 3 }],
    ['push', { l: [1] }, () => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
    ['push into nothing', {}, () => ({ l: _.push(['x']) }), { l: ['x'] }],
    [
      'push at a place, sorted and cut',
      { l: [5, 1] },
      () => ({ l: _.push({ each: [3], position: 0, sort: 1, slice: 2 } as never) }),
      { l: [1, 3] },
    ],
    ['pop', { l: [1, 2] }, () => ({ l: _.pop() }), { l: [1] }],
    ['shift', { l: [1, 2] }, () => ({ l: _.shift() }), { l: [2] }],
    ['unshift', { l: [1] }, () => ({ l: _.unshift([8, 9]) }), { l: [8, 9, 1] }],
    ['pull a value', { l: [1, 2, 1] }, () => ({ l: _.pull(1) }), { l: [2] }],
    ['pull by a command', { l: [1, 2, 3] }, () => ({ l: _.pull(_.in([1, 3])) }), { l: [2] }],
    [
      'pull by fields',
      { l: [{ k: 1 }, { k: 2 }] },
      () => ({ l: _.pull({ k: 2 }) }),
      { l: [{ k: 1 }] },
    ],
    ['pullAll', { l: [1, 2, 3] }, () => ({ l: _.pullAll([1, 2]) }), { l: [3] }],
    [
      'addToSet',
      { l: ['x'] },
      () => ({ l: _.addToSet('x'), m: _.addToSet('y') }),
      { l: ['x'], m: ['y'] },
    ],
    [
      'addToSet of several',
      { l: ['x'] },
      () => ({ l: _.addToSet({ $each: ['x', 'z'] } as never) }),
      { l: ['x', 'z'] },
    ],
    ['an element of an array by its place', { l: [1, 2] }, () => ({ 'l.1': 9 }), { l: [1, 9] }],
  ])('changes by %s', async (_name, before, change, after) => {
    expect(await update(before as Record<string, unknown>, change())).toEqual(after)
  })

  it('changes the element that a positional update matched', async () => {
    const collection = await collectionWith([
      {
        _id: 'a',
        l: [
          { k: 1, v: 0 },
          { k: 2, v: 0 },
        ],
      },
    ])
    await collection
      .where({ 'l.k': 2 })
      .options({ raw: true } as never)
      .update({ $set: { 'l.$.v': 7 } } as never)
    expect((await collection.doc('a').get()).data).toEqual([
      {
        _id: 'a',
        l: [
          { k: 1, v: 0 },
          { k: 2, v: 7 },
        ],
      },
    ])
  })

  it('leaves null where an element of an array is removed', async () => {
    expect(await update({ l: [1, 2, 3] }, { 'l.1': _.remove() })).toEqual({ l: [1, null, 3] })
  })

  it('writes all or nothing when one of many documents refuses', async () => {
    const collection = await collectionWith([
      { _id: 'a', n: 1, g: 1 },
      { _id: 'b', n: 'x', g: 1 },
    ])
    expect(await refusal(collection.where({ g: 1 }).update({ n: _.inc(1) }))).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    })
    expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 1, g: 1 }])
  })

  it.each([
    [
      'a field under null',
      { a: null },
      () => ({ 'a.b': 1 }),
      /Cannot create field 'b' in element \{a: null\}/,
    ],
    [
      'a field under a text',
      { a: 'x' },
      () => ({ 'a.b': _.inc(1) }),
      /Cannot create field 'b' in element \{a: "x"\}/,
    ],
    [
      'inc of a text',
      { a: 'x' },
      () => ({ a: _.inc(1) }),
      /Cannot apply \$inc to a value of non-numeric type/,
    ],
    [
      'push to null',
      { a: null },
      () => ({ a: _.push([1]) }),
      /must be an array but is of type null/,
    ],
    [
      'push to a number',
      { a: 5 },
      () => ({ a: _.push([1]) }),
      /must be an array but is of type int/,
    ],
    [
      'pull from a text',
      { a: 'x' },
      () => ({ a: _.pull(1) }),
      /Cannot apply \$pull to a non-array value/,
    ],
  ])('refuses %s as MongoDB does', async (_name, before, change, text) => {
    const collection = await collectionWith([{ _id: 'a', ...(before as Record<string, unknown>) }])
    const refused = await refusal(collection.doc('a').update(change()))
    expect(refused?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refused?.message).toMatch(text)
    expect((await collection.doc('a').get()).data).toEqual([
      { _id: 'a', ...(before as Record<string, unknown>) },
    ])
  })

  it('refuses an empty $set, an unknown modifier and a plain update document', async () => {
    const collection = await collectionWith([{ _id: 'a' }])
    const raw = collection.where({ _id: 'a' }).options({ raw: true } as never)
    expect((await refusal(raw.update({ $set: {} } as never)))?.message).toMatch(/'\$set' is empty/)
    expect((await refusal(raw.update({ $nope: { a: 1 } } as never)))?.message).toMatch(
      /Unknown modifier: \$nope/,
    )
    expect((await refusal(raw.update({ a: 1 } as never)))?.code).toBe('DATABASE_REQUEST_FAILED')
  })
})

describe('refusals', () => {
  it('names the collection that does not exist', async () => {
    expect(await refusal(test.db.collection('nowhere').get())).toEqual({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message: expect.stringContaining(
        '[ResourceNotFound] Db or Table not exist: nowhere.',
      ) as string,
    })
    await test.db.createCollection('twice')
    expect((await refusal(test.db.createCollection('twice')))?.message).toContain('Table exist')
  })

  it('refuses a second document with one id, and stores nothing of that request', async () => {
    const collection = await collectionWith([{ _id: 'a' }])
    const refused = await refusal(collection.add([{ _id: 'new' }, { _id: 'a' }] as never))
    expect(refused?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refused?.message).toMatch(
      /^multiple write errors: \[\{write errors: \[\{E11000 duplicate key error collection: .* index: _id_ dup key: \{ : "a" \}\}\]\}, \{<nil>\}\]$/,
    )
    expect(ids(await collection.get())).toEqual(['a'])
  })

  it('refuses keys that begin with a dollar, and takes keys with a dot', async () => {
    const collection = await collectionWith([])
    expect((await refusal(collection.add({ $x: 1 })))?.code).toBe('DATABASE_REQUEST_FAILED')
    expect((await refusal(collection.add({ o: { $x: 1 } })))?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(await refusal(collection.add({ 'a.b': 1 }))).toBeNull()
  })

  it('refuses an update that would store such keys', async () => {
    const collection = await collectionWith([{ _id: 'a', l: [] }])
    const raw = collection.where({ _id: 'a' }).options({ raw: true } as never)
    for (const change of [{ $set: { o: { $x: 1 } } }, { $push: { l: { deep: { $x: 1 } } } }]) {
      expect((await refusal(raw.update(change as never)))?.code).toBe('DATABASE_REQUEST_FAILED')
    }
    expect((await refusal(collection.doc('a').set({ o: { $x: 1 } })))?.code).toBe(
      'DATABASE_REQUEST_FAILED',
    )
    expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', l: [] }])
  })

  it('refuses a Buffer, which would not come back as one', async () => {
    const collection = await collectionWith([])
    expect((await refusal(collection.add({ photo: Buffer.from('x') })))?.code).toBe('INVALID_PARAM')
  })

  it('refuses to update or remove without a filter', async () => {
    const collection = await collectionWith([{ _id: 'a' }])
    expect((await refusal(collection.update({ x: 1 } as never)))?.code).toBe('INVALID_PARAM')
    expect((await refusal(collection.remove()))?.code).toBe('INVALID_PARAM')
    expect(ids(await collection.get())).toEqual(['a'])
  })

  it('refuses an unknown operator in a filter', async () => {
    const collection = await collectionWith([{ _id: 'a' }])
    const query = collection.where({ a: { $nope: 1 } }).options({ raw: true } as never)
    expect((await refusal(query.get()))?.code).toBe('DATABASE_REQUEST_FAILED')
    expect((await refusal(collection.where({ a: { $where: 'true' } }).get()))?.code).toBe(
      'DATABASE_REQUEST_FAILED',
    )
  })

  it.each([
    ['an unknown action', { action: 'database.dropEverything' }, 'INVALID_ACTION'],
    ['no action', {}, 'INVALID_ACTION'],
    ['a name every object inherits', { action: 'constructor' }, 'INVALID_ACTION'],
    ['a body that is no JSON', '{', 'INVALID_PARAM'],
    ['a body that is a list', [], 'INVALID_PARAM'],
    ['a filter that is no JSON', { action: 'database.getDocument', query: '{' }, 'INVALID_PARAM'],
    [
      'a filter that is no text',
      { action: 'database.getDocument', query: { a: 1 } },
      'INVALID_PARAM',
    ],
    ['a filter that is a list', { action: 'database.getDocument', query: '[]' }, 'INVALID_PARAM'],
    [
      'a malformed number',
      { action: 'database.getDocument', query: '{"a":{"$numberInt":"x"}}' },
      'INVALID_PARAM',
    ],
    [
      'a malformed date',
      { action: 'database.getDocument', query: '{"a":{"$date":"x"}}' },
      'INVALID_PARAM',
    ],
    [
      'a malformed pattern',
      {
        action: 'database.getDocument',
        query: '{"a":{"$regularExpression":{"pattern":"(","options":""}}}',
      },
      'INVALID_PARAM',
    ],
    [
      'a key that would change a prototype',
      { action: 'database.getDocument', query: '{"__proto__":{"a":1}}' },
      'INVALID_PARAM',
    ],
    ['a negative offset', { action: 'database.getDocument', offset: -1 }, 'INVALID_PARAM'],
    ['data that is no list', { action: 'database.insertDocument', data: '{}' }, 'INVALID_PARAM'],
    [
      'binary data',
      {
        action: 'database.insertDocument',
        data: ['{"a":{"$binary":{"base64":"eA==","subType":"00"}}}'],
      },
      'INVALID_PARAM',
    ],
    [
      'stages that are no list',
      { action: 'database.aggregateDocuments', stages: {} },
      'INVALID_PARAM',
    ],
    [
      'a stage without a key',
      { action: 'database.aggregateDocuments', stages: [{}] },
      'INVALID_PARAM',
    ],
    [
      'a filter nested 100,000 deep',
      {
        action: 'database.getDocument',
        query: `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      },
      'INVALID_PARAM',
    ],
  ])('answers %s with a code and lives on', async (_name, body, code) => {
    const collection = await collectionWith([])
    const named =
      Array.isArray(body) || typeof body === 'string'
        ? body
        : { collectionName: collection.name, ...body }
    const answer = await post(test.cloud, named)
    expect(answer.code).toBe(code)
    expect(typeof answer.requestId).toBe('string')
    expect(await collection.count()).toMatchObject({ total: 0 })
  })

  it('keeps its own collections out of reach', async () => {
    await fetch(`${test.cloud.origin}/call/x`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect((await refusal(test.db.collection('_local_sessions').get()))?.code).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    )
    expect((await refusal(test.db.createCollection('_local_x')))?.code).toBe('INVALID_PARAM')
    const collection = await collectionWith([{ _id: 'a' }])
    const joined = collection
      .aggregate()
      .lookup({ from: '_local_sessions', localField: 'x', foreignField: 'y', as: 'z' })
    expect((await refusal(joined.end()))?.code).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })
})

describe('places', () => {
  const places = async () => {
    const { Geo } = test.db
    return collectionWith([
      { _id: 'near', at: new Geo.Point(116.01, 39) },
      { _id: 'here', at: new Geo.Point(116, 39) },
      { _id: 'far', at: new Geo.Point(117, 39) },
      { _id: 'nowhere' },
    ])
  }

  it('finds by distance, nearest first, and gives points back as points', async () => {
    const collection = await places()
    const { Geo } = test.db
    const query = {
      at: _.geoNear({ geometry: new Geo.Point(116.02, 39), maxDistance: 5000, minDistance: 0 }),
    }
    const found = await collection.where(query).get()
    expect(ids(found)).toEqual(['near', 'here'])
    expect((found.data[0] as { at: { longitude: number } }).at.longitude).toBe(116.01)
  })

  it('finds within an area and within a circle', async () => {
    const collection = await places()
    const { Geo } = test.db
    const ring = [
      [115, 38],
      [116.005, 38],
      [116.005, 40],
      [115, 40],
      [115, 38],
    ].map(([x, y]) => new Geo.Point(x!, y!))
    const { LineString, Polygon } = Geo as unknown as Record<
      string,
      new (parts: unknown[]) => never
    >
    const area = new Polygon!([new LineString!(ring)])
    expect(ids(await collection.where({ at: _.geoWithin({ geometry: area }) }).get())).toEqual([
      'here',
    ])
    expect(ids(await collection.where({ at: _.geoIntersects({ geometry: area }) }).get())).toEqual([
      'here',
    ])
    const circle = _.geoWithin({ centerSphere: [[116, 39], 2 / 6378.1] } as never)
    expect(ids(await collection.where({ at: circle }).orderBy('_id', 'asc').get())).toEqual([
      'here',
      'near',
    ])
  })
})
