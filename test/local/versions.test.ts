import { statSync } from 'node:fs'
import { join } from 'node:path'
import { readSchema } from '@/local/engine/schema'
import { DocumentStore } from '@/local/engine/store'
import type { DocumentStore as Store } from '@/local/engine/store'
import { post, refusal, temporaryFolder, testCloud } from './support/cloud'
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
  const filled = async () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    await put(store, ...Array.from({ length: large }, (_unused, n) => ({ _id: n, n: -n })))
    await store.close()
    return folder
  }
  it('are there as soon as they are needed, with what was written since the start', async () => {
    const store = openStore(await filled())
    const writing = [
      put(store, { _id: 'new', n: 1 }, { _id: 0, n: 2 }),
      store.write((transaction) => store.put(transaction, store.collection('c'), 1, null)),
    ]
    // Before anything is on disk both states of a document are in the index.
    expect(keys(store)).toHaveLength(large + 2)
    await Promise.all(writing)
    expect(keys(store)).toHaveLength(large)
    expect(keys(store).slice(-2)).toEqual([1, 2])
    await store.whenIndexed()
    expect(keys(store)).toHaveLength(large)
    await store.close()
  })

  it('are refused at the start when a document cannot be indexed', async () => {
    const folder = await filled()
    const store = openStore(folder)
    await put(store, { _id: 'both', n: [1], m: [2] })
    await store.close()
    const both = { name: 'both', keys: [['n', 1], ['m', 1]] } // prettier-ignore
    const compound = readSchema({ collections: { c: { indexes: [both] } } })
    expect(() => openStore(folder, { schema: compound })).toThrow('cannot index parallel arrays')
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
