import { post, refusal } from './support/cloud'
import { Collections, idsOf, raw } from './support/collections'
import type { Fields } from './support/collections'

let cloud: Collections

beforeAll(async () => {
  cloud = await Collections.open()
})

const FAILED = 'DATABASE_REQUEST_FAILED'
const MISSING = 'DATABASE_COLLECTION_NOT_EXIST'

describe('collections', () => {
  it('that do not exist are named in the refusal of every action', async () => {
    const nowhere = cloud.db.collection('nowhere')
    expect(await refusal(nowhere.get())).toEqual({
      code: MISSING,
      message:
        '[ResourceNotFound] Db or Table not exist: nowhere. Please check your request, but if the problem persists, contact us.',
    })
    const calls: Array<() => Promise<unknown>> = [
      () => nowhere.count() as Promise<unknown>,
      () => nowhere.add({}) as Promise<unknown>,
      () => nowhere.doc('a').get(),
      () => nowhere.doc('a').set({ a: 1 }),
      () => nowhere.doc('a').update({ a: 1 }),
      () => nowhere.doc('a').remove(),
      () => nowhere.where({ a: 1 }).update({ a: 1 }) as Promise<unknown>,
      () => nowhere.where({ a: 1 }).updateAndReturn({ a: 1 }) as Promise<unknown>,
      () => nowhere.where({ a: 1 }).remove() as Promise<unknown>,
      () => nowhere.aggregate().match({}).end() as Promise<unknown>,
    ]
    for (const call of calls) expect((await refusal(call()))?.code).toBe(MISSING)
  })

  it('are created once', async () => {
    expect(await refusal(cloud.db.createCollection('twice') as Promise<unknown>)).toBeNull()
    expect((await refusal(cloud.db.createCollection('twice')))?.message).toContain('Table exist')
    expect(idsOf(await cloud.db.collection('twice').get())).toEqual([])
  })

  it('have names that a database can carry', async () => {
    for (const name of [
      '',
      'a b',
      'a$b',
      'system.users',
      'x'.repeat(200),
      'a\u0000b',
      '.a',
      'a..b',
      5,
      null,
    ])
      expect(
        (await post(cloud.test.cloud, { action: 'database.addCollection', collectionName: name }))
          .code,
      ).toBe('INVALID_PARAM')
    for (const name of ['a-b_C9', '任务'])
      expect(
        (await post(cloud.test.cloud, { action: 'database.addCollection', collectionName: name }))
          .code,
      ).toBeUndefined()
  })

  it('of the local cloud itself are out of reach', async () => {
    expect((await refusal(cloud.db.collection('_local_sessions').get()))?.code).toBe(MISSING)
    expect((await refusal(cloud.db.createCollection('_local_x')))?.code).toBe('INVALID_PARAM')
    const collection = await cloud.with([{ _id: 'a' }])
    const joined = collection
      .aggregate()
      .lookup({ from: '_local_sessions', localField: 'x', foreignField: 'y', as: 'z' })
    // As in MongoDB, joining what does not exist finds nothing; the cloud's own must not be found either.
    const answer = await joined.end().catch(({ code }: { code: string }) => ({ data: code }))
    expect([MISSING, [{ _id: 'a', z: [] }]]).toContainEqual(answer.data)
  })
})

describe('documents', () => {
  it('may not have keys that begin with a dollar, but keys with a dot', async () => {
    const collection = await cloud.with([])
    expect(await refusal(collection.add({ $x: 1 }))).toMatchObject({ code: FAILED })
    expect(await refusal(collection.add({ o: [{ $x: 1 }] }))).toMatchObject({ code: FAILED })
    expect(await refusal(collection.doc('a').set({ o: { $x: 1 } }))).toMatchObject({ code: FAILED })
    expect(await refusal(collection.add({ _id: 'a', 'a.b': 1 }))).toBeNull()
    expect((await collection.get()).data).toEqual([{ _id: 'a', 'a.b': 1 }])
  })

  it('change no prototype', async () => {
    const collection = await cloud.with([{ _id: 'a' }])
    const body = (data: string) => ({
      action: 'database.insertDocument',
      collectionName: collection.name,
      data: [data],
    })
    expect((await post(cloud.test.cloud, body('{"__proto__":{"polluted":1}}'))).code).toBe(
      'INVALID_PARAM',
    )
    expect((await post(cloud.test.cloud, body('{"o":{"__proto__":5}}'))).code).toBe('INVALID_PARAM')
    await refusal(
      raw(collection, { _id: 'a' }).update({
        $set: { '__proto__.polluted': 1, 'constructor.prototype.polluted': 1 },
      } as never),
    )
    await refusal(collection.doc('a').update({ 'o.__proto__.polluted': 1 }))
    expect(({} as Fields).polluted).toBeUndefined()
    expect(
      await refusal(collection.add({ constructor: { prototype: { polluted: 1 } } })),
    ).toBeNull()
    expect(({} as Fields).polluted).toBeUndefined()
  })

  it('are not changed or removed without a filter', async () => {
    const collection = await cloud.with([{ _id: 'a' }])
    expect((await refusal(collection.update({ x: 1 } as never)))?.code).toBe('INVALID_PARAM')
    expect(
      (await refusal(collection.updateAndReturn({ x: 1 } as never) as Promise<unknown>))?.code,
    ).toBe('INVALID_PARAM')
    expect((await refusal(collection.remove()))?.code).toBe('INVALID_PARAM')
    expect(idsOf(await collection.get())).toEqual(['a'])
  })
})

type Body = Fields | string | unknown[]

const get = { action: 'database.getDocument' }
const insert = { action: 'database.insertDocument' }
const modify = { action: 'database.modifyDocument', query: '{"_id":"a"}', data: '{"$set":{"x":1}}' }

describe('malformed requests', () => {
  it.each<[string, Body, string]>([
    ['an unknown action', { action: 'database.dropEverything' }, 'INVALID_ACTION'],
    ['no action', {}, 'INVALID_ACTION'],
    ['an action that is no text', { action: ['database.getDocument'] }, 'INVALID_ACTION'],
    ['a name every object inherits', { action: 'constructor' }, 'INVALID_ACTION'],
    ['a body that is no JSON', '{', 'INVALID_PARAM'],
    ['an empty body', '', 'INVALID_PARAM'],
    ['a body that is a list', [], 'INVALID_PARAM'],
    ['no collection', { ...get, collectionName: undefined }, 'INVALID_PARAM'],
    ['a collection that is a number', { ...get, collectionName: 5 }, 'INVALID_PARAM'],
    ['a collection every object inherits', { ...get, collectionName: '__proto__' }, MISSING],
    ['an unknown kind of query', { ...get, queryType: 'ALL' }, 'INVALID_PARAM'],
    ['a filter that is no JSON', { ...get, query: '{' }, 'INVALID_PARAM'],
    ['a filter that is no text', { ...get, query: { a: 1 } }, 'INVALID_PARAM'],
    ['a filter that is a list', { ...get, query: '[]' }, 'INVALID_PARAM'],
    [
      'a filter that is a date',
      { ...get, query: '{"$date":{"$numberLong":"5"}}' },
      'INVALID_PARAM',
    ],
    ['a filter that is null', { ...get, query: 'null' }, 'INVALID_PARAM'],
    ['a malformed number', { ...get, query: '{"a":{"$numberInt":"x"}}' }, 'INVALID_PARAM'],
    ['a malformed fraction', { ...get, query: '{"a":{"$numberDouble":"1,5"}}' }, 'INVALID_PARAM'],
    ['a number without a text', { ...get, query: '{"a":{"$numberLong":{}}}' }, 'INVALID_PARAM'],
    ['a malformed date', { ...get, query: '{"a":{"$date":"x"}}' }, 'INVALID_PARAM'],
    [
      'a date beyond all time',
      { ...get, query: '{"a":{"$date":{"$numberLong":"9000000000000000"}}}' },
      'INVALID_PARAM',
    ],
    ['a malformed id', { ...get, query: '{"a":{"$oid":"x"}}' }, 'INVALID_PARAM'],
    [
      'a malformed server date',
      { ...get, query: '{"a":{"$tcb_server_date":{"offset":"x"}}}' },
      'INVALID_PARAM',
    ],
    [
      'a server date beyond all time',
      { ...get, query: '{"a":{"$tcb_server_date":{"offset":1e300}}}' },
      'INVALID_PARAM',
    ],
    [
      'a malformed pattern',
      { ...get, query: '{"a":{"$regularExpression":{"pattern":"(","options":""}}}' },
      'INVALID_PARAM',
    ],
    [
      'a pattern without text',
      { ...get, query: '{"a":{"$regularExpression":5}}' },
      'INVALID_PARAM',
    ],
    ['binary data in a filter', { ...get, query: '{"a":{"$binary":"eA=="}}' }, 'INVALID_PARAM'],
    [
      'a key that would change a prototype',
      { ...get, query: '{"__proto__":{"a":1}}' },
      'INVALID_PARAM',
    ],
    ['a negative offset', { ...get, offset: -1 }, 'INVALID_PARAM'],
    ['a limit that is text', { ...get, limit: '5' }, 'INVALID_PARAM'],
    ['a limit with a fraction', { ...get, limit: 1.5 }, 'INVALID_PARAM'],
    ['an order that is a list', { ...get, order: '[1]' }, 'INVALID_PARAM'],
    ['an order by 2', { ...get, order: '{"a":2}' }, FAILED],
    ['an order by an operator', { ...get, order: '{"$a":1}' }, FAILED],
    ['an order by a path that ends nowhere', { ...get, order: '{"a.":1}' }, FAILED],
    ['an order by a path with a gap', { ...get, order: '{"a..b":1}' }, FAILED],
    ['a projection that is no JSON', { ...get, projection: 'x' }, 'INVALID_PARAM'],
    ['a transaction that is a number', { ...get, transactionId: 5 }, 'INVALID_PARAM'],
    ['a transaction nobody began', { ...get, transactionId: 'x' }, 'DATABASE_TRANSACTION_FAIL'],
    ['a commit of nothing', { action: 'database.commitTransaction' }, 'INVALID_PARAM'],
    [
      'an abort of a number',
      { action: 'database.abortTransaction', transactionId: 5 },
      'INVALID_PARAM',
    ],
    ['an insert without data', insert, 'INVALID_PARAM'],
    ['an insert of nothing', { ...insert, data: [] }, 'INVALID_PARAM'],
    ['data that is no list', { ...insert, data: '{}' }, 'INVALID_PARAM'],
    ['data that is no text', { ...insert, data: [{}] }, 'INVALID_PARAM'],
    ['a document that is a list', { ...insert, data: ['[]'] }, 'INVALID_PARAM'],
    ['a document that is a text', { ...insert, data: ['"x"'] }, 'INVALID_PARAM'],
    [
      'binary data',
      { ...insert, data: ['{"a":{"$binary":{"base64":"eA==","subType":"00"}}}'] },
      'INVALID_PARAM',
    ],
    ['an update without a filter', { ...modify, query: undefined }, 'INVALID_PARAM'],
    ['an update with an empty filter text', { ...modify, query: '' }, 'INVALID_PARAM'],
    ['an update without data', { ...modify, data: undefined }, 'INVALID_PARAM'],
    ['an update with a list', { ...modify, data: '[{"$set":{}}]' }, 'INVALID_PARAM'],
    ['merge that is text', { ...modify, merge: 'yes' }, 'INVALID_PARAM'],
    ['multi that is a number', { ...modify, multi: 1 }, 'INVALID_PARAM'],
    ['upsert that is text', { ...modify, merge: false, upsert: 'no' }, 'INVALID_PARAM'],
    ['a removal without a filter', { action: 'database.removeDocument' }, 'INVALID_PARAM'],
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
      { ...get, query: `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}` },
      'INVALID_PARAM',
    ],
    [
      'alternatives nested 20,000 deep',
      { ...get, query: `${'{"$or":['.repeat(20_000)}{}${']}'.repeat(20_000)}` },
      'INVALID_PARAM',
    ],
  ])('%s', async (_name, body, code) => {
    const collection = await cloud.with([])
    const named =
      Array.isArray(body) || typeof body === 'string'
        ? body
        : { collectionName: collection.name, ...body }
    const answer = await post(cloud.test.cloud, named)
    expect(answer.code).toBe(code)
    expect(typeof answer.message).toBe('string')
    expect(typeof answer.requestId).toBe('string')
    expect(await collection.count()).toMatchObject({ total: 0 })
  })
})

describe('a malformed request to a collection that does not exist', () => {
  it.each([
    ['get', { ...get, query: '{"a":' }],
    [
      'count',
      { action: 'database.calculateDocument', queryType: 'WHERE', query: '{"a":{"$date":{}}}' },
    ],
    [
      'aggregate',
      { action: 'database.aggregateDocuments', stages: [{ stageKey: '$match', stageValue: '{' }] },
    ],
    ['insert', { action: 'database.insertDocument', data: ['{"n":{"$numberInt":"x"}}'] }],
    ['update', { ...modify, merge: true, query: '{}', data: '{"$set":' }],
    ['replace', { ...modify, merge: false, query: '{}', data: '{"a":{"$oid":"x"}}' }],
    ['remove', { action: 'database.removeDocument', queryType: 'WHERE', query: 'no json' }],
  ])('is malformed first: %s', async (_name, body) => {
    const answer = await post(cloud.test.cloud, { collectionName: 'nothing', ...body })
    expect(answer.code).toBe('INVALID_PARAM')
  })
})

describe('requests that the SDK does not make', () => {
  const upsert = (collectionName: string, query: Fields, data: Fields, more: Fields = {}) =>
    post(cloud.test.cloud, {
      ...modify,
      collectionName,
      merge: true,
      upsert: true,
      query: JSON.stringify(query),
      data: JSON.stringify(data),
      ...more,
    })

  it('insert what the filter says for sure, then the update', async () => {
    const collection = await cloud.with([])
    const change = { $set: { n: 1 }, $inc: { c: 2 }, $setOnInsert: { first: true } }
    const filter = { _id: 'a', k: 'x', 'o.p': { $eq: 5 }, $and: [{ q: 7 }], z: { $gt: 3 } }
    expect((await upsert(collection.name, filter, change)).data).toEqual({
      updated: 0,
      upsert_id: 'a',
    })
    const stored = { _id: 'a', k: 'x', o: { p: 5 }, q: 7, c: 2, first: true, n: 1 }
    expect((await collection.get()).data).toEqual([stored])
    const again = { _id: 'a', k: 'x' }
    expect((await upsert(collection.name, again, change)).data).toEqual({
      updated: 1,
      upsert_id: null,
    })
    expect((await collection.get()).data).toEqual([{ ...stored, c: 4 }])
    expect((await upsert(collection.name, { k: 'y' }, { $set: { n: 1 } })).data).toMatchObject({
      upsert_id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    })
  })

  it('replace only what is there without upsert', async () => {
    const collection = await cloud.with([{ _id: 'a', x: 1 }])
    const replace = (query: Fields, data: Fields, more: Fields = {}) =>
      upsert(collection.name, query, data, { merge: false, upsert: false, ...more })
    expect((await replace({ _id: 'b' }, { y: 1 })).data).toEqual({ updated: 0, upsert_id: null })
    expect((await replace({ x: 1 }, { _id: 'a', y: 1 })).data).toEqual({
      updated: 1,
      upsert_id: null,
    })
    expect((await replace({ y: 1 }, { _id: 'c' })).message).toContain(
      'The _id field cannot be changed from {_id: "a"} to {_id: "c"}.',
    )
    expect((await collection.get()).data).toEqual([{ _id: 'a', y: 1 }])
  })
})
