import { readSchema } from '@/local/engine/schema'
import { refusal, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

const schema = (indexes: unknown[]) =>
  readSchema({ collections: { c: { rule: 'ADMINONLY', indexes }, other: {} } })

describe('strict mode', () => {
  let test: TestCloud
  let _: TestCloud['db']['command']
  beforeAll(async () => {
    test = await testCloud({
      strict: { mostExamined: 50 },
      schema: schema([
        {
          name: 'state_due',
          keys: [
            ['state', 1],
            ['due', -1],
          ],
        },
        { name: 'tags', keys: [['tags', 1]] },
        { name: 'place', keys: [['at', '2dsphere']] },
      ]),
    })
    _ = test.db.command
    await test.db.collection('c').add(
      Array.from({ length: 60 }, (_unused, n) => ({
        _id: `d${n}`,
        state: n % 2 ? 'open' : 'done',
        due: n,
        tags: [`t${n}`],
        n,
      })) as never,
    )
  })
  const c = () => test.db.collection('c')

  it.each([
    ['by id', () => c().doc('d1').get()],
    [
      'by several ids',
      () =>
        c()
          .where({ _id: _.in(['d1', 'd2']) })
          .get(),
    ],
    [
      'by a page of ids',
      () =>
        c()
          .where({ _id: _.gt('d3') })
          .orderBy('_id', 'asc')
          .limit(5)
          .get(),
    ],
    ['by the leading key', () => c().where({ state: 'open' }).get()],
    ['by the leading key and something else', () => c().where({ state: 'open', n: 3 }).get()],
    [
      'by equality and a range',
      () =>
        c()
          .where({ state: 'open', due: _.gt(3).and(_.lt(9)) })
          .get(),
    ],
    [
      'by equality, sorted by the next key',
      () => c().where({ state: 'open' }).orderBy('due', 'desc').limit(5).get(),
    ],
    [
      'against the direction of the index',
      () => c().where({ state: 'open' }).orderBy('due', 'asc').limit(5).get(),
    ],
    [
      'by several values of the leading key',
      () =>
        c()
          .where({ state: _.in(['open', 'gone']), due: 3 })
          .get(),
    ],
    [
      'sorted by the index alone',
      () => c().orderBy('state', 'asc').orderBy('due', 'desc').limit(5).get(),
    ],
    ['by an element of an array', () => c().where({ tags: 't5' }).get()],
    [
      'by branches that each have an index',
      () =>
        c()
          .where(_.or([{ tags: 't5' }, { state: 'open', due: 3 }]))
          .get(),
    ],
    [
      'by place',
      () =>
        c()
          .where({ at: _.geoWithin({ centerSphere: [[1, 1], 1] } as never), _id: 'd1' })
          .get(),
    ],
    ['to count everything', () => c().count()],
    ['to count by the leading key', () => c().where({ state: 'open' }).count()],
    [
      'to aggregate by the leading key',
      () =>
        c()
          .aggregate()
          .match({ state: 'open' })
          .group({ _id: '$n' } as never)
          .end(),
    ],
    ['to update by the leading key', () => c().where({ state: 'open', due: 3 }).update({ n: 3 })],
  ])('answers a query %s', async (_name, query) => {
    expect(await refusal(query())).toBeNull()
  })

  it.each([
    ['by a field without an index', () => c().where({ n: 3 }).get(), 'get c.where({n:?})'],
    ['by the second key only', () => c().where({ due: 3 }).get(), 'get c.where({due:?})'],
    [
      'sorted by another field',
      () => c().where({ state: 'open' }).orderBy('n', 'asc').get(),
      'sorted by n:1',
    ],
    [
      'sorted in mixed directions',
      () => c().orderBy('state', 'asc').orderBy('due', 'asc').get(),
      'sorted by state:1,due:1',
    ],
    ['without a filter or an order', () => c().get(), 'get c.where({})'],
    [
      'by inequality',
      () =>
        c()
          .where({ state: _.neq('open') })
          .get(),
      'c.where({state:{$ne:?}})',
    ],
    [
      'by branches of which one has no index',
      () =>
        c()
          .where(_.or([{ tags: 't5' }, { n: 3 }]))
          .get(),
      '$or',
    ],
    ['to count', () => c().where({ n: 3 }).count(), 'count c.where({n:?})'],
    ['to update', () => c().where({ n: 3 }).update({ due: 1 }), 'update c.where({n:?})'],
    ['to remove', () => c().where({ n: 3 }).remove(), 'remove c.where({n:?})'],
    ['to aggregate', () => c().aggregate().match({ n: 3 }).end(), 'aggregate c.where({n:?})'],
    [
      'to aggregate everything',
      () =>
        c()
          .aggregate()
          .group({ _id: null } as never)
          .end(),
      'aggregate c.where({})',
    ],
    [
      'to join on a field without an index',
      () =>
        c()
          .aggregate()
          .match({ _id: 'd1' })
          .lookup({ from: 'other', localField: 'n', foreignField: 'm', as: 'x' })
          .end(),
      '$lookup other.where({m:?})',
    ],
  ])('refuses a query %s and names its shape', async (_name, query, shape) => {
    const refused = await refusal(query())
    expect(refused?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refused?.message).toContain('no declared index covers')
    expect(refused?.message).toContain(shape)
  })

  it('refuses what reads more documents than allowed, and nothing below', async () => {
    const both = { state: _.in(['open', 'done']) }
    expect(
      (
        await refusal(
          c()
            .where({ ...both, n: -1 })
            .get(),
        )
      )?.message,
    ).toContain('more than 50 documents')
    expect(await refusal(c().where(both).limit(50).get())).toBeNull()
  })

  it('creates no collection that the schema does not name', async () => {
    expect((await refusal(test.db.createCollection('unnamed')))?.code).toBe(
      'DATABASE_REQUEST_FAILED',
    )
    expect((await refusal(test.db.collection('unnamed').add({ a: 1 })))?.code).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    )
  })
})

describe('schema files', () => {
  it.each([
    [{}, /no "collections"/],
    [{ collections: { c: { indexes: {} } } }, /indexes must be a list/],
    [{ collections: { c: { indexes: [{ keys: [['a', 1]] }] } } }, /needs a name/],
    [
      { collections: { c: { indexes: [{ name: 'i', keys: [] }] } } },
      /keys must be a non-empty list/,
    ],
    [{ collections: { c: { indexes: [{ name: 'i', keys: [['a', 2]] }] } } }, /direction of a/],
  ])('refuses %j', (source, text) => {
    expect(() => readSchema(source)).toThrow(text)
  })
})
