import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sdk } from './support/cloud'
import type { Db } from './support/cloud'
import type { Command, Fields } from './support/collections'

/** What the unmodified SDK puts on the wire: the forms that the local cloud has to understand. */

let server: Server
let db: Db
let _: Command
let sent: Fields[] = []

const CANNED = {
  requestId: 'r',
  transactionId: 't',
  data: {
    list: [],
    total: 0,
    updated: 0,
    deleted: 0,
    insertedIds: ['i'],
    upsert_id: null,
    doc: null,
  },
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      sent.push(JSON.parse(Buffer.concat(chunks).toString()) as Fields)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(CANNED))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  db = sdk({ endpoint: `http://127.0.0.1:${port}/admin`, envId: 'env' }).database()
  _ = db.command
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

const ENVELOPE = [
  'envName',
  'wxCloudApiToken',
  'wxCloudbaseAccesstoken',
  'tcb_sessionToken',
  'crossAuthorizationToken',
  'action',
  'collectionName',
]

/** The parameters of the last request of a call, its envelope taken off. */
async function wire(call: () => Promise<unknown>): Promise<Fields> {
  sent = []
  await call()
  const [request] = sent.slice(-1)
  return Object.fromEntries(Object.entries(request!).filter(([key]) => !ENVELOPE.includes(key)))
}

const queryOf = async (filter: Fields) =>
  JSON.parse(
    (await wire(() => db.collection('c').where(filter).count() as Promise<unknown>))
      .query as string,
  ) as unknown

const updateOf = async (change: Fields) =>
  JSON.parse(
    (await wire(() => db.collection('c').doc('a').update(change))).data as string,
  ) as unknown

const int = (n: number) => ({ $numberInt: String(n) })

describe('filters', () => {
  it.each<[string, () => Fields, unknown]>([
    [
      'plain values',
      () => ({ a: 1, b: 'x', c: null, d: true }),
      { a: int(1), b: 'x', c: null, d: true },
    ],
    ['nested objects, as dotted fields', () => ({ a: { b: { c: 1 } } }), { 'a.b.c': int(1) }],
    ['undefined, not at all', () => ({ a: undefined, b: 1 }), { b: int(1) }],
    [
      'numbers by their size',
      () => ({ a: 1.5, b: 2 ** 40, c: 2 ** 70 }),
      {
        a: { $numberDouble: '1.5' },
        b: { $numberLong: '1099511627776' },
        c: { $numberDouble: '1.1805916207174113e+21' },
      },
    ],
    ['dates', () => ({ a: new Date(5) }), { a: { $date: { $numberLong: '5' } } }],
    [
      'patterns',
      () => ({ a: /x/gi }),
      { a: { $regularExpression: { pattern: 'x', options: 'gi' } } },
    ],
    [
      'db.RegExp',
      () => ({ a: db.RegExp({ regexp: 'x', options: 'i' }) }),
      { a: { $regularExpression: { pattern: 'x', options: 'i' } } },
    ],
    [
      'server dates',
      () => ({ a: _.gt(db.serverDate({ offset: 5 })) }),
      { a: { $gt: { $tcb_server_date: { offset: int(5) } } } },
    ],
    ['eq', () => ({ a: _.eq({ x: 1 }) }), { a: { $eq: { x: int(1) } } }],
    ['neq', () => ({ a: _.neq(1) }), { a: { $ne: int(1) } }],
    [
      'bounds, each a branch of $and',
      () => ({ a: _.gt(1).lte(5) }),
      { $and: [{ a: { $gt: int(1) } }, { a: { $lte: int(5) } }] },
    ],
    [
      'in and nin',
      () => ({ a: _.in([1]), b: _.nin(['x']) }),
      { a: { $in: [int(1)] }, b: { $nin: ['x'] } },
    ],
    [
      'or of one field',
      () => ({ a: _.or(_.eq(1), _.eq(2)) }),
      { $or: [{ a: { $eq: int(1) } }, { a: { $eq: int(2) } }] },
    ],
    [
      'or of fields',
      () => _.or([{ a: 1 }, { b: 2 }]) as never,
      { $or: [{ a: int(1) }, { b: int(2) }] },
    ],
    ['or with one branch, still a list', () => _.or({ a: 1 }) as never, { $or: [{ a: int(1) }] }],
    ['nor', () => _.nor([{ a: 1 }]) as never, { $nor: [{ a: int(1) }] }],
    [
      'not',
      () => ({ a: _.not(_.gt(1)), b: _.not(/x/ as never) }),
      {
        a: { $not: { $gt: int(1) } },
        b: { $not: { $regularExpression: { pattern: 'x', options: '' } } },
      },
    ],
    ['not of and, which the SDK loses', () => ({ a: _.not(_.gt(1).lt(5)) }), { a: {} }],
    [
      'exists, size and all',
      () => ({ a: _.exists(true), b: _.size(2), c: _.all([1, [2]]) }),
      { a: { $exists: true }, b: { $size: int(2) }, c: { $all: [int(1), [int(2)]] } },
    ],
    [
      'elemMatch',
      () => ({ a: _.elemMatch({ x: _.gt(1), y: 'z' }), b: _.elemMatch(_.eq(1)) }),
      { a: { $elemMatch: { x: { $gt: int(1) }, y: 'z' } }, b: { $elemMatch: { $eq: int(1) } } },
    ],
    ['expressions', () => _.expr({ $gt: ['$a', 1] }) as never, { $expr: { $gt: ['$a', int(1)] } }],
    [
      'schemas',
      () => _.jsonSchema({ required: ['a'] }) as never,
      { $jsonSchema: { required: ['a'] } },
    ],
    ['operators of MongoDB', () => ({ a: { $type: 'int' } }), { a: { $type: 'int' } }],
    [
      'places',
      () => ({
        a: _.geoNear({ geometry: new db.Geo.Point(1, 2), maxDistance: 5, minDistance: 0 }),
      }),
      {
        a: {
          $nearSphere: {
            $geometry: { type: 'Point', coordinates: [int(1), int(2)] },
            $maxDistance: int(5),
            $minDistance: int(0),
          },
        },
      },
    ],
  ])('send %s', async (_name, filter, expected) => {
    expect(await queryOf(filter())).toEqual(expected)
  })
})

describe('updates', () => {
  it.each<[string, () => Fields, unknown]>([
    [
      'plain values as $set, nested ones by dotted fields',
      () => ({ a: 1, o: { p: { q: 2 } } }),
      { $set: { a: int(1), 'o.p.q': int(2) } },
    ],
    ['set as a whole', () => ({ o: _.set({ p: 1 }) }), { $set: { o: { p: int(1) } } }],
    ['remove', () => ({ a: _.remove(), o: { p: _.remove() } }), { $unset: { a: '', 'o.p': '' } }],
    [
      'inc, mul, min and max',
      () => ({ a: _.inc(1), b: _.mul(2), c: _.min(3), d: _.max(4) }),
      { $inc: { a: int(1) }, $mul: { b: int(2) }, $min: { c: int(3) }, $max: { d: int(4) } },
    ],
    [
      'rename and bit',
      () => ({ a: _.rename('b'), n: _.bit({ and: 5 }) }),
      { $rename: { a: 'b' }, $bit: { n: { and: int(5) } } },
    ],
    [
      'push',
      () => ({ a: _.push([1, 2]), b: _.push(1) }),
      { $push: { a: { $each: [int(1), int(2)] }, b: { $each: [int(1)] } } },
    ],
    [
      'push with clauses',
      () => ({ a: _.push({ each: [1], position: 0, sort: -1, slice: 3 }) }),
      { $push: { a: { $each: [int(1)], $position: int(0), $sort: int(-1), $slice: int(3) } } },
    ],
    [
      'unshift',
      () => ({ a: _.unshift(['x']) }),
      { $push: { a: { $each: ['x'], $position: int(0) } } },
    ],
    ['pop and shift', () => ({ a: _.pop(), b: _.shift() }), { $pop: { a: int(1), b: int(-1) } }],
    [
      'pull',
      () => ({ a: _.pull(1), b: _.pull(_.in([1])), c: _.pull({ x: _.gt(1) }) }),
      { $pull: { a: int(1), b: { $in: [int(1)] }, c: { x: { $gt: int(1) } } } },
    ],
    [
      'pullAll and addToSet',
      () => ({ a: _.pullAll([1]), b: _.addToSet('x'), c: _.addToSet({ $each: ['x'] }) }),
      { $pullAll: { a: [int(1)] }, $addToSet: { b: 'x', c: { $each: ['x'] } } },
    ],
    [
      'server dates',
      () => ({ at: db.serverDate(), l: _.push([db.serverDate()]) }),
      {
        $set: { at: { $tcb_server_date: { offset: int(0) } } },
        $push: { l: { $each: [{ $tcb_server_date: { offset: int(0) } }] } },
      },
    ],
    ['an empty object, which the SDK loses', () => ({ o: {}, a: 1 }), { $set: { a: int(1) } }],
  ])('send %s', async (_name, change, expected) => {
    expect(await updateOf(change())).toEqual(expected)
  })
})

describe('calls', () => {
  const doc = { query: '{"_id":"a"}', queryType: 'DOC', multi: false }
  const where = { query: '{"a":{"$numberInt":"1"}}', queryType: 'WHERE' }
  const changed = { data: '{"$set":{"b":{"$numberInt":"2"}}}' }
  const filter = { a: 1 }

  it.each<[string, () => Promise<unknown>, Fields]>([
    ['get', () => db.collection('c').get(), { queryType: 'WHERE', limit: 100 }],
    [
      'get with all options',
      () =>
        db
          .collection('c')
          .where(filter)
          .orderBy('a', 'desc')
          .orderBy('b', 'asc')
          .skip(5)
          .limit(2000)
          .field({ a: true, b: 0 })
          .get(),
      {
        ...where,
        order: '{"a":{"$numberInt":"-1"},"b":{"$numberInt":"1"}}',
        offset: 5,
        limit: 1000,
        projection: '{"a":{"$numberInt":"1"},"b":{"$numberInt":"0"}}',
      },
    ],
    ['doc().get', () => db.collection('c').doc('a').get(), doc],
    ['count', () => db.collection('c').where(filter).count() as Promise<unknown>, where],
    [
      'add',
      () => db.collection('c').add({ a: 1 }) as Promise<unknown>,
      { data: ['{"a":{"$numberInt":"1"}}'] },
    ],
    [
      'doc().set',
      () => db.collection('c').doc('a').set({ b: 2 }),
      { ...doc, data: '{"b":{"$numberInt":"2"}}', merge: false, upsert: true },
    ],
    [
      'doc().update',
      () => db.collection('c').doc('a').update({ b: 2 }),
      { ...doc, ...changed, merge: true, upsert: false },
    ],
    [
      'where().update',
      () => db.collection('c').where(filter).update({ b: 2 }) as Promise<unknown>,
      { ...where, ...changed, multi: true, merge: true, upsert: false },
    ],
    [
      'where().updateAndReturn',
      () => db.collection('c').where(filter).updateAndReturn({ b: 2 }) as Promise<unknown>,
      { ...where, ...changed },
    ],
    ['doc().remove', () => db.collection('c').doc('a').remove(), doc],
    [
      'where().remove',
      () => db.collection('c').where(filter).remove() as Promise<unknown>,
      { ...where, multi: true },
    ],
    [
      'remove of everything, without a filter',
      () => db.collection('c').remove() as Promise<unknown>,
      { query: '', queryType: 'WHERE', multi: true },
    ],
  ])('%s', async (_name, call, expected) => {
    expect(await wire(call)).toEqual(expected)
  })

  it('name their transaction only where the SDK thinks of it', async () => {
    const inside = (await db.startTransaction()).collection('c')
    const transactional = async (call: () => Promise<unknown>) =>
      'transactionId' in (await wire(call))
    expect(await transactional(() => inside.doc('a').get())).toBe(true)
    expect(await transactional(() => inside.doc('a').set({ b: 2 }))).toBe(true)
    expect(await transactional(() => inside.add({ b: 2 }) as Promise<unknown>)).toBe(true)
    expect(await transactional(() => inside.where(filter).get())).toBe(true)
    expect(
      await transactional(() => inside.where(filter).updateAndReturn({ b: 2 }) as Promise<unknown>),
    ).toBe(true)
    expect(
      await transactional(() => inside.where(filter).update({ b: 2 }) as Promise<unknown>),
    ).toBe(false)
    expect(await transactional(() => inside.where(filter).remove() as Promise<unknown>)).toBe(false)
    expect(await transactional(() => inside.where(filter).count() as Promise<unknown>)).toBe(false)
  })
})
