import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers'
import { Collection, documentKey } from '@/local/engine/collection'
import { compareValues } from '@/local/ground/compare-values'
import type { Document } from '@/local/ground/document'
import { IndexPending, whenIndexed } from '@/local/engine/index/index-pending'
import { readSchema } from '@/local/engine/schema'
import type { IndexDefinition } from '@/local/engine/schema'
import { STEP } from '@/local/engine/index/slices'
import { DocumentStore } from '@/local/engine/store'
import type { StoreOptions } from '@/local/engine/store-options'
import { startLocalCloud } from '@/local/start-local-cloud'
import { temporaryFolder } from './support/cloud'

/** A start over many documents: nobody waits while the indexes are made. */

const many = 60_000

const filled = () => {
  const collection = new Collection('c', {
    rule: 'ADMINONLY',
    indexes: [
      {
        name: 'role-region',
        keys: [
          ['role', 1],
          ['region', 1],
        ],
        unique: false,
      },
      { name: 'on', keys: [['on', -1]], unique: false },
    ],
  })
  for (let n = 0; n < many; n += 1)
    collection.load(`d${n}`, {
      _id: `d${n}`,
      role: `role ${(n * 7919) % 50}`,
      region: `region ${(n * 104_729) % 900}`,
      on: (n * 31) % 5_000,
    })
  return collection
}

it('a large index is put off at the start, and made in turns with requests in between', async () => {
  const collection = filled()
  collection.buildIndexes()
  const [index] = collection.indexes
  expect(() => index!.multikey).toThrow()

  let made = false
  let turns = 0
  const takeTurn = () => {
    turns += 1
    if (!made) setImmediate(takeTurn)
  }
  setImmediate(takeTurn)
  const started = performance.now()
  await index!.build()
  made = true
  const took = performance.now() - started
  // A turn is 8 ms and the step that is under way: others have their turn all along.
  expect(turns).toBeGreaterThan(Math.max(3, took / 100))
  expect([...index!.scan({ equal: ['role 0'] })]).toHaveLength(many / 50)
})

it('what is written meanwhile is in it, once', async () => {
  const collection = filled()
  collection.buildIndexes()
  const index = collection.indexes[1]!
  const building = index.build()
  const write = (id: string, on: number | null) =>
    collection.install(
      collection.ensureRecord(id),
      on === null ? null : { _id: id, role: 'new', region: 'new', on },
      1,
    )
  write('new', 9_999)
  await new Promise<void>((resolve) => setImmediate(resolve))
  write('newer', 9_999)
  await building
  expect([...index.scan({ equal: [9_999] })]).toHaveLength(2)
})

it('entries that are sorted at once stand in the order in which MongoDB compares', () => {
  const collection = new Collection('c', {
    rule: 'ADMINONLY',
    indexes: [
      {
        name: 'readers-order',
        keys: [
          ['by.readers', 1],
          ['by.order', -1],
        ],
        unique: false,
      },
    ],
  })
  // A surrogate pair, and a character behind it in UTF-16 and before it in UTF-8.
  const ends = ['\u{1f600}', '\uff01', 'a']
  for (let n = 0; n < 6_000; n += 1) {
    const order = `${(n * 7919) % 6_000}`.slice(0, 3) + ends[n % 3]! + String(n)
    const readers = n % 5 === 0 ? [] : [`unit ${n % 3}`, `unit ${n % 3}`, `unit ${n % 7}`]
    collection.load(`d${n}`, { _id: `d${n}`, by: { readers, order } })
  }
  collection.buildIndexes()
  const entries = [...collection.indexes[0]!.scan({ equal: [] })]
  const places = entries.map(({ key: [reader, order], record }) => [reader, order, record.ordinal])
  const sorted = [...places].sort(
    ([a, b, c], [d, e, f]) => compareValues(a, d) || compareValues(e, b) || Number(c) - Number(f),
  )
  expect(places).toEqual(sorted)
  // No list gives one entry, and a reader who stands there twice gives one.
  const differ = Array.from({ length: 6_000 }, (_, n) => (n % 5 === 0 || n % 3 === n % 7 ? 1 : 2))
  expect(entries).toHaveLength(differ.reduce<number>((sum, count) => sum + count, 0))
})

describe('no turn looks at more documents than two steps', () => {
  const documents = 10_000
  /** Those that were looked at in the turn that goes on. */
  let seen = new Set<number>()
  let most = 0
  const turnEnds = () => {
    most = Math.max(most, seen.size)
    seen = new Set()
  }
  /** A value that tells when it is read: to find keys, and to compare them. */
  const told = (n: number, value: unknown) => {
    const holder = {}
    Object.defineProperty(holder, 'v', {
      enumerable: true,
      get: () => {
        seen.add(n)
        return value
      },
    })
    return holder
  }
  const kinds: Array<[string, Omit<IndexDefinition, 'name'>]> = [
    ['a unique index', { keys: [['k', 1]], unique: true }],
    ['a geo index', { keys: [['place', 1]], unique: false, geo: ['place'] }],
    ['an index over lists', { keys: [['list', 1]], unique: true }],
    [
      'a compound index',
      {
        keys: [
          ['same', 1],
          ['k', -1],
        ],
        unique: false,
      },
    ],
  ]

  it.each(kinds)('%s', async (_kind, definition) => {
    const collection = new Collection('c', {
      rule: 'ADMINONLY',
      indexes: [{ name: 'i', ...definition }],
    })
    for (let i = 0; i < documents; i += 1) {
      const n = (i * 7919) % documents
      const place = { type: 'Point', coordinates: [110 + n / documents, 21] }
      const document = { _id: `d${n}`, same: 1 }
      const fields = { k: told(n, n), list: [told(n, `a${n}`), told(n, `b${n}`)], place }
      for (const [field, value] of Object.entries(fields))
        Object.defineProperty(document, field, {
          enumerable: true,
          get: () => {
            seen.add(n)
            return value
          },
        })
      collection.load(document._id, document)
    }
    collection.buildIndexes()
    const index = collection.indexes[0]!
    // A clock on which every step takes a whole turn.
    let now = 0
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (now += 1_000))
    let made = false
    const watch = () => {
      turnEnds()
      if (!made) setImmediate(watch)
    }
    seen = new Set()
    most = 0
    setImmediate(watch)
    await index.prove()
    await index.build()
    made = true
    clock.mockRestore()
    turnEnds()
    expect(most).toBeGreaterThan(STEP / 2)
    // The end of one piece of work may meet the beginning of the next.
    expect(most).toBeLessThanOrEqual(2 * STEP)
    expect([...index.scan({ equal: [] })].length).toBeGreaterThanOrEqual(documents)
  })
})

describe('a unique index of a large collection', () => {
  const schema = readSchema({
    collections: {
      c: {
        indexes: [
          { name: 'k', keys: [['k', 1]], unique: true },
          { name: 'place', keys: [['place', '2dsphere']] },
        ],
      },
    },
  })
  const open = (directory: string, options: Partial<StoreOptions> = {}) =>
    DocumentStore.open({ directory, schema, now: () => 0, sync: false, ...options })
  const put = (store: DocumentStore, ...documents: Document[]) => {
    const c = store.collection('c')
    return store.write((transaction) => {
      for (const document of documents)
        store.put(transaction, c, documentKey(document._id), document)
    })
  }
  const filledFolder = async (...more: Document[]) => {
    const directory = temporaryFolder()
    const store = open(directory, {
      schema: readSchema({ collections: { c: { indexes: [] } } }),
    })
    const place = { type: 'Point', coordinates: [110, 21] }
    const documents = Array.from({ length: 20_000 }, (_unused, n) => ({ _id: n, k: n, place }))
    await put(store, ...documents, ...more)
    await store.close()
    return directory
  }

  it('refuses what is there before it is built: a write waits, and a transaction stays open', async () => {
    const store = open(await filledFolder())
    const c = store.collection('c')
    const transaction = store.begin()
    const twice = { _id: 'twice', k: 19_999 }
    expect(() => store.put(transaction, c, 'twice', twice)).toThrow(IndexPending)
    expect([transaction.state, transaction.writes.size, c.records.has('twice')]).toEqual([
      'open',
      0,
      false,
    ])
    const answers = await Promise.allSettled([
      whenIndexed(() => put(store, { _id: 'other', k: 7 })),
      whenIndexed(() => put(store, { _id: 'new', k: 'new' })),
      whenIndexed(() => put(store, { _id: 'newer', k: 'new' })),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
    expect(() => store.put(transaction, c, 'twice', twice)).toThrow('index: k dup key')
    // The same key may be taken by whoever has it already, and one that is given up by the next.
    await put(store, { _id: 7, k: 'given up' })
    await put(store, { _id: 'next', k: 7 })
    await store.whenIndexed()
    expect([...c.indexes[1]!.scan({ equal: [] })].length).toBeGreaterThanOrEqual(19_999)
    await store.close()
  })

  it('that is violated opens no door, changes nothing and leaves the folder free', async () => {
    const data = await filledFolder({ _id: 'b', k: 5 })
    const log = () =>
      createHash('sha256')
        .update(readFileSync(join(data, 'commits.log')))
        .digest('hex')
    const before = log()
    const start = () => startLocalCloud({ data, schema, log: () => undefined })
    await expect(start()).rejects.toThrow(
      /index k of the collection c .*_id: 5 and "b".*export.*not unique/s,
    )
    expect(log()).toBe(before)
    await expect(start()).rejects.toThrow('dup key')
  })
})
