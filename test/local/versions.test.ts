import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { compareValues } from '@/local/ground/compare-values'
import { IndexPending } from '@/local/engine/index/index-pending'
import { readSchema } from '@/local/engine/schema'
import { DocumentStore } from '@/local/engine/store'
import type { DocumentStore as Store } from '@/local/engine/store'
import { post, refusal, temporaryFolder, testCloud } from './support/cloud'
import { random } from './support/random'
import { all, openStore, put, remove } from './support/store'

const gone = { code: 'DATABASE_TRANSACTION_FAIL' }
const begun = (store: Store) => {
  const transaction = store.begin()
  store.viewFor(transaction)
  return transaction
}

describe('a transaction', () => {
  it('lives for 30 s and not longer, and gives its documents back then', () => {
    jest.useFakeTimers()
    try {
      const store = DocumentStore.open({ directory: null, schema: null, now: () => 0 })
      const settings = store.internal('settings')
      const transaction = store.begin()
      store.put(transaction, settings, 'a', { _id: 'a' })
      jest.advanceTimersByTime(29_999)
      expect(store.transaction(transaction.id)).toBe(transaction)
      expect(settings.records.get('a')?.lock).toBe(transaction)
      jest.advanceTimersByTime(1)
      expect(() => store.transaction(transaction.id)).toThrow(
        'must be commit or abort in 30 seconds',
      )
      expect(settings.records.size).toBe(0)
    } finally {
      jest.useRealTimers()
    }
  })

  it('cannot be committed twice or after its abort', async () => {
    const store = openStore(temporaryFolder())
    for (const end of ['commit', 'abort'] as const) {
      const transaction = store.begin()
      store.put(transaction, store.collection('c'), end, { _id: end })
      await store[end](transaction)
      expect(await refusal(store.commit(transaction))).toMatchObject(gone)
      store.abort(transaction)
    }
    expect(all(store)).toEqual([{ _id: 'commit' }])
    await store.close()
  })

  it('without writes, or with a removal of nothing, puts nothing on the disk', async () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    await put(store, { _id: 'a' })
    const { size } = statSync(join(folder, 'commits.log'))
    await store.commit(begun(store))
    await store.commit(store.begin())
    await remove(store, 'never there')
    expect(statSync(join(folder, 'commits.log')).size).toBe(size)
    expect(store.collection('c').records.size).toBe(1)
    await store.close()
  })
})

describe('versions', () => {
  it('500 plain writes to one document at once are done one after the other, and none remains', async () => {
    const store = openStore(temporaryFolder())
    const collection = store.collection('c')
    await put(store, { _id: 'a', n: 0 })
    const increment = () =>
      store.write((transaction) => {
        const record = collection.ensureRecord('a')
        const n = Number(store.visible(record, store.viewFor(transaction))?.n)
        store.put(transaction, collection, 'a', { _id: 'a', n: n + 1 })
      })
    await Promise.all(Array.from({ length: 500 }, increment))
    expect(all(store)).toEqual([{ _id: 'a', n: 500 }])
    expect(collection.records.get('a')?.newest?.previous).toBeNull()
    expect([...collection.indexes[0]!.scan({ equal: [] })]).toHaveLength(1)
    await store.close()
  })

  it('stay as long as a reader needs them and go with the last one', async () => {
    const store = openStore(temporaryFolder())
    const collection = store.collection('c')
    await put(store, { _id: 'a', n: 0 }, { _id: 'removed' })
    const [first, second] = [begun(store), begun(store)]
    for (let n = 1; n <= 20; n++) await put(store, { _id: 'a', n })
    await remove(store, 'removed')
    const record = collection.records.get('a')!
    for (const transaction of [first, second])
      expect(store.visible(record, store.viewFor(transaction))).toMatchObject({ n: 0 })
    store.abort(first)
    expect(record.newest?.previous).not.toBeNull()
    expect(collection.records.size).toBe(2)
    await store.commit(second)
    expect(record.newest?.previous).toBeNull()
    expect(collection.records.size).toBe(1)
    expect([...collection.indexes[0]!.scan({ equal: [] })]).toHaveLength(1)
    await store.close()
  })

  it('of aborted transactions and refused writes leave nothing behind', async () => {
    const unique = readSchema({
      collections: { c: { indexes: [{ name: 'n', keys: [['n', 1]], unique: true }] } },
    })
    const store = openStore(temporaryFolder(), { schema: unique })
    const collection = store.collection('c')
    await put(store, { _id: 'a', n: 1 })
    for (let i = 0; i < 100; i++) {
      const transaction = store.begin()
      store.put(transaction, collection, `t${i}`, { _id: `t${i}`, n: 100 + i })
      store.abort(transaction)
      expect(await refusal(put(store, { _id: `p${i}`, n: 1 }))).not.toBeNull()
    }
    expect(collection.records.size).toBe(1)
    expect(collection.reservations.size).toBe(0)
    expect(store.openTransactions).toBe(0)
    await store.close()
  })
})

describe('the indexes of a large collection', () => {
  const large = 10_000
  const keys = (store: Store) =>
    [...store.collection('c').indexes[0]!.scan({ equal: [] })].map(({ key }) => key[0])
  const filled = async (count = large) => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    const shuffled = Array.from({ length: count }, (_unused, n) => (n * 7919) % count)
    await put(store, ...shuffled.map((n) => ({ _id: n, n: -n })))
    await store.close()
    return folder
  }
  it('are made turn by turn, with what is written, removed and taken back meanwhile', async () => {
    const folder = temporaryFolder()
    const pick = random(20_261_128)
    const before = openStore(folder)
    // Values of three kinds, in no order: each is put together and sorted in its own way.
    const value = () =>
      [pick(50), `名${pick(1e9)}`, [pick(9), pick(9)], new Date(pick(1e9))][pick(4)]
    const documents = Array.from({ length: 30_000 }, (_unused, n) => ({ _id: n, n: value() }))
    await put(before, ...documents)
    await before.close()
    let refuses = false
    const disk = {
      beforeWrite: () => {
        if (refuses) throw new Error('EIO')
      },
      beforeSync: () => undefined,
    }
    const store = openStore(folder, { disk, sync: false })
    expect(() => keys(store)).toThrow(IndexPending)
    let built = false
    const indexed = store.whenIndexed().then(() => (built = true))
    let turns = 0
    for (; !built; turns++) {
      refuses = pick(4) === 0
      await put(store, { _id: pick(40_000), n: value() }).catch(() => undefined)
      await store
        .write((transaction) => store.put(transaction, store.collection('c'), pick(40_000), null))
        .catch(() => undefined)
      await setImmediate()
    }
    await indexed
    expect(turns).toBeGreaterThan(3)
    const index = store.collection('c').indexes[0]!
    const entries = [...index.scan({ equal: [] })].map(({ key }) => key[0])
    const wanted = all(store).flatMap(({ n }) => (Array.isArray(n) ? [...new Set(n)] : [n]))
    expect(wanted.length).toBeGreaterThan(25_000)
    expect(entries).toEqual(wanted.sort(compareValues))
    await store.close()
  })

  it('are waited for by what needs them, and by nothing else', async () => {
    const data = await filled(80_000)
    const schema = readSchema({
      collections: { c: { indexes: [{ name: 'n', keys: [['n', 1]] }] } },
    })
    const { db, cloud } = await testCloud({ data, schema, strict: true })
    const c = db.collection('c')
    const { command } = db
    const turn = (await db.startTransaction()).collection('c')
    const first = { action: 'database.getDocument', collectionName: 'c' }
    expect(await post(cloud, { ...first, query: '{"_id":5}' })).toMatchObject({
      data: { list: ['{"_id":5,"n":-5}'] },
    })
    const low = { n: command.lt(-79_997) }
    const { transactionId } = await post(cloud, { action: 'database.startTransaction' })
    // The SDK sends no such thing inside a transaction, but may.
    const write = { query: '{"n":-6}', data: '{"$set":{"seen":true}}', merge: true, multi: true }
    const [written, got, counted, summed, inside, changed, removed] = await Promise.all([
      post(cloud, {
        ...{ action: 'database.modifyDocument', collectionName: 'c', transactionId },
        ...write,
      }),
      c.where(low).orderBy('n', 'asc').get(),
      c.where({ n: command.lt(-79_990) }).count(),
      c
        .aggregate()
        .match({ n: command.gt(-3) })
        .group({ _id: null, n: { $sum: '$n' } })
        .end(),
      turn.where(low).get(),
      c.where({ n: -7 }).update({ seen: true }),
      c.where({ n: -8 }).remove(),
    ])
    expect((got.data as Array<{ n: number }>).map(({ n }) => n)).toEqual([-79_999, -79_998])
    expect([counted.total, changed.updated, removed.deleted]).toEqual([9, 1, 1])
    expect((summed as { data: unknown[] }).data).toEqual([{ _id: null, n: -3 }])
    expect(inside.data).toHaveLength(2)
    expect(written).toMatchObject({ data: { updated: 1 } })
    await post(cloud, { action: 'database.commitTransaction', transactionId })
    expect((await c.doc(6 as never).get()).data).toEqual([{ _id: 6, n: -6, seen: true }])
    const byId = await c
      .where({ _id: command.gt(79_997) })
      .orderBy('_id', 'asc')
      .get()
    expect((byId.data as Array<{ _id: number }>).map(({ _id }) => _id)).toEqual([79_998, 79_999])
  })

  it('are refused at the start when a document cannot be indexed', async () => {
    const folder = await filled()
    const store = openStore(folder)
    await put(store, { _id: 'both', n: [1], m: [2] })
    await store.close()
    const both = { name: 'both', keys: [['n', 1], ['m', 1]] } // prettier-ignore
    const compound = readSchema({ collections: { c: { indexes: [both] } } })
    const again = openStore(folder, { schema: compound })
    await expect(again.whenProven()).rejects.toThrow('cannot index parallel arrays')
    await again.close()
  })
})

describe('a path along the prototype', () => {
  it('is refused, as a key and as the target of a rename', async () => {
    const { cloud, db } = await testCloud()
    await db.createCollection('c')
    await db.collection('c').add({ _id: 'a', n: 1 })
    const update = (data: object) =>
      post(cloud, {
        action: 'database.modifyDocument',
        collectionName: 'c',
        query: JSON.stringify({ _id: 'a' }),
        merge: true,
        data: JSON.stringify(data),
      })
    expect(await update({ $set: { '__proto__.polluted': 1 } })).toMatchObject({
      code: 'INVALID_PARAM',
    })
    expect(await update({ $rename: { n: '__proto__.polluted' } })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect((await db.collection('c').doc('a').get()).data).toEqual([{ _id: 'a', n: 1 }])
  })
})
