import { post, refusal } from './support/cloud'
import { Collections, idsOf } from './support/collections'
import type { Collection, Command, Fields } from './support/collections'

let cloud: Collections
let _: Command

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT'
const GONE = 'DATABASE_TRANSACTION_FAIL'

type Transaction = Awaited<ReturnType<Collections['db']['startTransaction']>>

beforeAll(async () => {
  cloud = await Collections.open()
  _ = cloud.command
})

/** A transaction, and a collection of these documents outside and inside of it. */
async function begun(documents: Fields[]) {
  const outside = await cloud.with(documents)
  const transaction = await cloud.db.startTransaction()
  return { transaction, outside, inside: transaction.collection(outside.name) }
}

const read = async (collection: Collection, id: string) =>
  ((await collection.doc(id).get()).data as Fields[])[0]

const codeOf = async (call: Promise<unknown>) => (await refusal(call))?.code

describe('calls inside a transaction', () => {
  it('create, set, update, remove and find, and are undone together', async () => {
    const { transaction, outside, inside } = await begun([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ])
    expect(await inside.add({ _id: 'c', n: 3 })).toMatchObject({ inserted: 1, ok: 1, id: 'c' })
    expect(
      await (inside.doc('d') as unknown as { create(data: Fields): Promise<unknown> }).create({
        n: 4,
      }),
    ).toMatchObject({ inserted: 1, ok: 1, id: 'd' })
    expect(await inside.doc('a').set({ n: 10 })).toMatchObject({ updated: 1 })
    expect(await inside.doc('e').set({ n: 5 })).toMatchObject({
      updated: 0,
      upserted: [{ _id: 'e' }],
    })
    expect(await inside.doc('c').update({ n: _.inc(1) })).toMatchObject({ updated: 1 })
    expect(await inside.doc('b').remove()).toMatchObject({ deleted: 1 })
    expect(await inside.doc('b').update({ n: 1 })).toMatchObject({ updated: 0 })
    const found = await inside
      .where({ n: _.gte(4) })
      .orderBy('n', 'desc')
      .limit(3)
      .get()
    expect(idsOf(found)).toEqual(['a', 'e', 'c'])
    expect((await inside.doc('b').get()).data).toBeNull()
    expect(idsOf(await outside.orderBy('_id', 'asc').get())).toEqual(['a', 'b'])
    await transaction.rollback()
    expect((await outside.orderBy('_id', 'asc').get()).data).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ])
  })

  it('pass over what the SDK sends without the transaction: where().update, remove and count', async () => {
    const { transaction, outside, inside } = await begun([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])
    await inside.doc('a').get()
    expect(await inside.where({ _id: 'b' }).update({ n: 5 })).toMatchObject({ updated: 1 })
    expect(await read(outside, 'b')).toEqual({ _id: 'b', n: 5 })
    expect((await inside.doc('b').get()).data).toEqual({ _id: 'b', n: 1 })
    await transaction.rollback()
    expect(await read(outside, 'b')).toEqual({ _id: 'b', n: 5 })
  })

  it('update and return inside', async () => {
    const { transaction, outside, inside } = await begun([{ _id: 'a', n: 1 }])
    const returned: unknown = await inside.where({ n: 1 }).updateAndReturn({ n: _.inc(1) })
    expect(returned).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } })
    expect(await read(outside, 'a')).toEqual({ _id: 'a', n: 1 })
    expect(await inside.where({ n: 1 }).updateAndReturn({ n: 9 })).toMatchObject({
      updated: 0,
      doc: null,
    })
    await transaction.commit()
    expect(await read(outside, 'a')).toEqual({ _id: 'a', n: 2 })
  })

  it('remove a document and insert it again under its id', async () => {
    const { transaction, outside, inside } = await begun([{ _id: 'a', n: 1 }])
    await inside.doc('a').remove()
    await inside.add({ _id: 'a', m: 2 })
    await transaction.commit()
    expect(await read(outside, 'a')).toEqual({ _id: 'a', m: 2 })
  })

  it('take one reading of the clock per request for server dates', async () => {
    const { transaction, outside, inside } = await begun([])
    await inside.add({
      _id: 'a',
      at: cloud.db.serverDate(),
      by: cloud.db.serverDate({ offset: 5 }),
    })
    await transaction.commit()
    const { at, by } = (await read(outside, 'a')) as { at: Date; by: Date }
    expect(by.getTime() - at.getTime()).toBe(5)
  })

  it('see the state of their first read of any collection in every other', async () => {
    const { transaction, outside, inside } = await begun([{ _id: 'a', n: 1 }])
    const other = await cloud.with([{ _id: 'x', n: 1 }])
    await inside.doc('a').get()
    await other.doc('x').update({ n: 2 })
    await other.add({ _id: 'y' })
    expect((await transaction.collection(other.name).get()).data).toEqual([{ _id: 'x', n: 1 }])
    expect(await codeOf(transaction.collection(other.name).doc('x').update({ n: 3 }))).toBe(
      CONFLICT,
    )
    expect(await read(outside, 'a')).toEqual({ _id: 'a', n: 1 })
  })
})

describe('the end of a transaction', () => {
  it('comes once', async () => {
    const { transaction, inside } = await begun([{ _id: 'a' }])
    await inside.doc('a').update({ n: 1 })
    await transaction.commit()
    expect(await refusal(transaction.commit())).toEqual({
      code: GONE,
      message:
        '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
    })
    expect(await codeOf(transaction.rollback())).toBe(GONE)
    expect(await codeOf(inside.doc('a').get())).toBe(GONE)
    expect(await codeOf(inside.add({}))).toBe(GONE)
  })

  it('gives a request id, whether anything was written or not', async () => {
    const { transaction } = await begun([])
    expect(await transaction.commit()).toMatchObject({ requestId: expect.any(String) as string })
    const second = await cloud.db.startTransaction()
    expect(await second.rollback()).toMatchObject({ requestId: expect.any(String) as string })
  })

  it.each<[string, (inside: Collection) => Promise<unknown>, string]>([
    [
      'an update that does not fit',
      (inside) => inside.doc('a').update({ s: _.inc(1) }),
      'non-numeric type string',
    ],
    ['a malformed update', (inside) => inside.doc('a').update({ s: _.rename('s') }), 'must differ'],
    ['an id that is there', (inside) => inside.add({ _id: 'a' }) as Promise<unknown>, 'E11000'],
    [
      'an unknown operator',
      (inside) => inside.where({ a: { $foo: 1 } }).get(),
      'unknown operator: $foo',
    ],
  ])('comes with %s', async (_name, call, text) => {
    const { transaction, outside, inside } = await begun([{ _id: 'a', s: 'x' }])
    await inside.add({ _id: 'b' })
    const refused = await refusal(call(inside as unknown as Collection))
    expect(refused?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refused?.message).toContain(text)
    expect(await codeOf(transaction.commit())).toBe(GONE)
    expect(idsOf(await outside.get())).toEqual(['a'])
  })

  it('does not come with a collection that does not exist, or a malformed request', async () => {
    const { transaction, inside } = await begun([{ _id: 'a' }])
    await inside.doc('a').update({ n: 1 })
    expect(await codeOf(transaction.collection('nowhere').doc('a').get())).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    )
    expect(await codeOf(transaction.collection('nowhere').add({}))).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    )
    expect(await codeOf(inside.doc('a').set({ photo: Buffer.from('x') }))).toBe('INVALID_PARAM')
    expect(await refusal(transaction.commit())).toBeNull()
  })

  it('is refused for ids that nobody began', async () => {
    for (const [transactionId, code] of [
      ['none', GONE],
      ['', 'INVALID_PARAM'],
      [7, 'INVALID_PARAM'],
      [{}, 'INVALID_PARAM'],
    ] as const)
      for (const action of ['database.commitTransaction', 'database.abortTransaction'])
        expect((await post(cloud.test.cloud, { action, transactionId })).code).toBe(code)
  })
})

describe('runTransaction', () => {
  const run = <T>(work: (transaction: Transaction) => Promise<T>, times?: number) =>
    cloud.db.runTransaction(work as never, times as never) as Promise<T>

  it('commits, and gives back what its function gives', async () => {
    const collection = await cloud.with([{ _id: 'a', n: 1 }])
    const result = await run(async (transaction) => {
      const inside = transaction.collection(collection.name)
      const { data } = await inside.doc('a').get()
      await inside.doc('a').update({ n: _.inc(1) })
      return (data as unknown as { n: number }).n
    })
    expect(result).toBe(1)
    expect(await read(collection, 'a')).toEqual({ _id: 'a', n: 2 })
  })

  it('leaves nothing behind when its function fails or rolls back', async () => {
    const collection = await cloud.with([{ _id: 'a', n: 1 }])
    const failing = run(async (transaction) => {
      await transaction.collection(collection.name).doc('a').update({ n: 9 })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const rolledBack = run(async (transaction) => {
      await transaction.collection(collection.name).doc('a').update({ n: 9 })
      await transaction.rollback('enough' as never)
    })
    await expect(rolledBack).rejects.toBe('enough')
    expect(await read(collection, 'a')).toEqual({ _id: 'a', n: 1 })
    expect(await collection.doc('a').update({ n: 2 })).toMatchObject({ updated: 1 })
  })

  it('tries three times more after a conflict, then gives the conflict on', async () => {
    const collection = await cloud.with([{ _id: 'a', n: 1 }])
    let attempts = 0
    const losing = run(async (transaction) => {
      attempts += 1
      const inside = transaction.collection(collection.name)
      await inside.doc('a').get()
      await collection.doc('a').update({ n: _.inc(1) })
      await inside.doc('a').update({ n: 100 })
    })
    expect(await codeOf(losing)).toBe(CONFLICT)
    expect(attempts).toBe(4)
    expect(await read(collection, 'a')).toEqual({ _id: 'a', n: 5 })
  })

  it('loses none of the increments it reports, with 20 callers at once', async () => {
    const collection = await cloud.with([{ _id: 'a', n: 0 }])
    const increment = () =>
      run(async (transaction) => {
        const inside = transaction.collection(collection.name)
        const { data } = await inside.doc('a').get()
        await inside.doc('a').update({ n: (data as unknown as { n: number }).n + 1 })
      })
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => refusal(increment())))
    const committed = outcomes.filter((outcome) => outcome === null).length
    expect(committed).toBeGreaterThan(0)
    for (const outcome of outcomes) if (outcome) expect(outcome.code).toBe(CONFLICT)
    expect(await read(collection, 'a')).toEqual({ _id: 'a', n: committed })
  })
})
