import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { exportDirectory } from '@/local/archive/export-directory'
import type { DiskHooks } from '@/local/engine/log/disk-hooks'
import { readSchema } from '@/local/engine/schema'
import { DocumentStore } from '@/local/engine/store'
import type { Transaction } from '@/local/engine/transaction/transaction'
import { documentKey } from '@/local/engine/collection'
import { refusal, temporaryFolder, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'
import { WireDriver } from './support/property-driver'
import { Sequence } from './support/property-sequence'
import { random } from './support/random'

const seed = Number(process.env.UNIQUE_SEED ?? 20_261_125)

const schema = readSchema({
  collections: {
    people: {
      indexes: [
        { name: 'phone', keys: [['phone', 1]], unique: true },
        {
          name: 'unit_role',
          keys: [
            ['unit', 1],
            ['role', -1],
          ],
          unique: true,
        },
        { name: 'tags', keys: [['tags', 1]], unique: true },
        {
          name: 'cards',
          keys: [
            ['cards.bank', 1],
            ['cards.number', 1],
          ],
          unique: true,
        },
      ],
    },
  },
})

describe('unique indexes against brute force', () => {
  it(`refuse what a search through all documents finds twice (seed ${seed})`, async () => {
    for (let n = 0; n < 2000; n++) {
      const pick = random(seed + n)
      const driver = new WireDriver(null, 'd')
      try {
        await new Sequence(pick, driver, 'd', { reopen: false, transact: true }).run(25)
      } catch (error) {
        throw new Error(`UNIQUE_SEED=${seed + n}: ${(error as Error).message}`)
      } finally {
        await driver.close()
      }
    }
  }, 120_000)
})

describe('unique indexes', () => {
  let test: TestCloud
  let n = 0
  beforeAll(async () => {
    test = await testCloud({ schema, lockWaitMs: 300 })
  })
  beforeEach(async () => {
    await test.db
      .collection('people')
      .where({ _id: test.db.command.exists(true) })
      .remove()
  })
  const people = () => test.db.collection('people')
  /** A document that shares no key with any other, apart from what is given. */
  const person = (fields: object) => {
    n += 1
    const own = {
      phone: `p${n}`,
      unit: `u${n}`,
      role: n,
      tags: [`t${n}`],
      cards: [{ bank: 'b', number: n }],
    }
    return { ...own, ...fields } as never
  }
  const twice = (index: string, key: string) =>
    `multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-local.people index: ${index} dup key: { ${key} }}]}, {<nil>}]`

  it.each([
    ['a text', { phone: '138' }, 'phone', ': "138"'],
    ['a number', { phone: 5 }, 'phone', ': 5'],
    ['a missing field as null', { phone: undefined }, 'phone', ': null'],
    ['a date', { phone: new Date(5) }, 'phone', ': new Date(5)'],
    ['two fields', { unit: 'x', role: 1 }, 'unit_role', ': "x", : 1'],
    ['an element of arrays', { tags: ['a', 'b'] }, 'tags', ': "a"'],
    ['empty arrays', { tags: [] }, 'tags', ': undefined'],
    ['fields of one element', { cards: [{ bank: 'x', number: 1 }] }, 'cards', ': "x", : 1'],
  ])('name the key that is there already: %s', async (_name, fields, index, key) => {
    await people().add(person(fields))
    const refused = await refusal(people().add(person(fields)))
    expect(refused).toEqual({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(twice(index, key)),
    })
    const { id } = (await people().add(person({}))) as { id: string }
    const changed = await refusal(people().doc(id).set(person(fields)))
    expect(changed?.message).toContain(`index: ${index} dup key: { ${key} }`)
  })

  it.each([
    ['the same value twice in one array', { tags: ['a', 'a'] }, { tags: ['b'] }],
    ['an empty array and null', { tags: [] }, { tags: null }],
    ['the other way round', { unit: 'x', role: 1 }, { unit: 1, role: 'x' }],
    [
      'fields of different elements',
      {
        cards: [
          { bank: 'x', number: 1 },
          { bank: 'y', number: 2 },
        ],
      },
      { cards: [{ bank: 'x', number: 2 }] },
    ],
    ['a number and its text', { phone: 1 }, { phone: '1' }],
  ])('allow %s', async (_name, one, other) => {
    await people().add(person(one))
    expect(await refusal(people().add(person(other)))).toBeNull()
  })

  it('free a key with its document, and within a transaction at once', async () => {
    await people().add(person({ _id: 'a', phone: '1' }))
    const transaction = await test.db.startTransaction()
    await transaction.collection('people').doc('a').remove()
    await transaction
      .collection('people')
      .doc('b')
      .set(person({ phone: '1' }))
    await transaction.commit()
    expect((await people().where({ phone: '1' }).get()).data).toMatchObject([{ _id: 'b' }])
  })

  it('make a plain write wait for a key that an open transaction is about to take', async () => {
    const transaction = await test.db.startTransaction()
    await transaction
      .collection('people')
      .doc('b')
      .set(person({ phone: '2' }))
    const waiting = refusal(people().add(person({ phone: '2' })))
    await transaction.rollback()
    expect(await waiting).toBeNull()
  })

  it('stop the start when the data already violates them', async () => {
    const directory = join(temporaryFolder(), 'data')
    const before = DocumentStore.open({ directory, schema: null, now: () => 0 })
    await before.createCollection('people')
    for (const id of ['a', 'b'])
      await before.write((transaction) =>
        before.put(transaction, before.collection('people'), documentKey(id), {
          _id: id,
          phone: 1,
          tags: id,
          unit: id,
          cards: id,
        }),
      )
    await before.close()
    expect(() => DocumentStore.open({ directory, schema, now: () => 0 })).toThrow(
      'index: phone dup key: { : 1 }',
    )
  })
})

describe('a reservation', () => {
  const unique = readSchema({
    collections: { c: { indexes: [{ name: 'k', keys: [['k', 1]], unique: true }] } },
  })

  it('is released only by who holds it: a key that was given up is another’s', async () => {
    const folder = temporaryFolder()
    const { cloud, db } = await testCloud({ schema: unique, data: folder, lockWaitMs: 300 })
    await db.collection('c').add({ _id: 'other', k: 'other' })
    const first = await db.startTransaction()
    await first.collection('c').doc('A').set({ k: 'X' })
    await first.collection('c').doc('A').set({ k: 'Y' })
    const second = await db.startTransaction()
    await second.collection('c').doc('B').set({ k: 'X' })
    await first.commit()
    // The second one still holds X: whoever wants it waits, and is refused in the end.
    expect(await refusal(db.collection('c').add({ _id: 'C', k: 'X' }))).not.toBeNull()
    await second.commit()
    const { data } = await db.collection('c').where({ k: 'X' }).get()
    expect((data as { _id: string }[]).map(({ _id }) => _id)).toEqual(['B'])
    await cloud.close()
    const store = DocumentStore.open({ directory: folder, schema: unique, now: () => 0 })
    await store.close()
  })

  it('is of a value, not of its text: names of fields may hold anything', async () => {
    const folder = temporaryFolder()
    const { cloud, db } = await testCloud({ schema: unique, data: folder, lockWaitMs: 300 })
    await db.collection('c').add({ _id: 'other', k: 'other' })
    const transaction = await db.startTransaction()
    await transaction
      .collection('c')
      .doc('A')
      .set({ k: { 'a: 1, b': 2 } })
    expect(await refusal(db.collection('c').add({ _id: 'B', k: { a: 1, b: 2 } }))).toBeNull()
    await transaction.commit()
    await cloud.close()
    const store = DocumentStore.open({ directory: folder, schema: unique, now: () => 0 })
    await store.close()
  })

  it('is not to be had while the commit that gave the key up may still be taken back', async () => {
    const folder = temporaryFolder()
    let disk: Promise<void> | null = null
    const hooks: DiskHooks = { beforeWrite: () => undefined, beforeSync: () => disk ?? undefined }
    const options = { directory: folder, schema: unique, now: () => 0, disk: hooks }
    const store = DocumentStore.open(options)
    const c = store.collection('c')
    const put = (transaction: Transaction, _id: string, k: string | null) =>
      store.put(transaction, c, documentKey(_id), k === null ? null : { _id, k })
    await store.write((transaction) => put(transaction, 'D', 'X'))
    let refuse: (error: Error) => void = () => undefined
    disk = new Promise((_resolve, reject) => (refuse = reject))
    const removed = refusal(store.write((transaction) => put(transaction, 'D', null)))
    await new Promise((resolve) => setTimeout(resolve, 20))
    const second = store.begin()
    expect(() => put(second, 'E', 'X')).toThrow('TransactionConflict')
    refuse(new Error('EIO'))
    expect((await removed)?.code).toBe('DATABASE_REQUEST_FAILED')
    disk = null
    await store.close()
    await DocumentStore.open(options).close()
  })
})

/** What several transactions and plain writes do at once to few documents with few keys. */
class Crowd {
  private readonly open: Transaction[] = []
  private readonly settling: Array<Promise<unknown>> = []

  constructor(
    private readonly store: DocumentStore,
    private readonly pick: (count: number) => number,
  ) {}

  private change(transaction: Transaction): void {
    const _id = 'abc'[this.pick(3)]!
    const document = this.pick(5) < 2 ? null : { _id, k: this.pick(2) }
    this.store.put(transaction, this.store.collection('c'), documentKey(_id), document)
  }

  async step(): Promise<void> {
    const { store, open, pick } = this
    const chosen = pick(open.length + 2)
    const transaction = open[chosen]
    if (!transaction) {
      if (chosen === open.length && open.length < 3) open.push(store.begin())
      else this.settling.push(store.write((plain) => this.change(plain)).catch(() => undefined))
    } else if (pick(4) > 0) {
      try {
        this.change(transaction)
      } catch {
        open.splice(chosen, 1)
        store.abort(transaction)
      }
    } else {
      open.splice(chosen, 1)
      if (pick(4) === 0) store.abort(transaction)
      else this.settling.push(store.commit(transaction).catch(() => undefined))
    }
    if (pick(3) === 0) await new Promise((resolve) => setImmediate(resolve))
  }

  /** A key that two documents have by now, committed or just about to reach the disk. */
  twice(): unknown {
    const keys = [...this.store.collection('c').records.values()].flatMap(
      ({ newest }) => newest?.document?.k ?? [],
    )
    return keys.find((key, i) => keys.indexOf(key) !== i)
  }

  async end(): Promise<void> {
    for (const transaction of this.open) this.store.abort(transaction)
    await Promise.all(this.settling)
  }
}

it(`no crowd of transactions leaves a key twice, nor does a disk that fails in between (seed ${seed})`, async () => {
  const schemaOfCrowd = readSchema({
    collections: { c: { indexes: [{ name: 'k', keys: [['k', 1]], unique: true }] } },
  })
  for (let n = 0; n < 4000; n++) {
    const pick = random(seed + n)
    const fails = n % 40 === 0
    const disk: DiskHooks = {
      beforeWrite: async () => {
        await new Promise((resolve) => setImmediate(resolve))
        if (pick(4) === 0) throw new Error('EIO')
      },
      beforeSync: () => undefined,
    }
    const options = {
      directory: fails ? temporaryFolder() : null,
      schema: schemaOfCrowd,
      now: () => 0,
      sync: false,
      lockWaitMs: 5,
    }
    const store = DocumentStore.open({ ...options, disk })
    const crowd = new Crowd(store, pick)
    try {
      for (let steps = 0; steps < 60; steps++) {
        await crowd.step()
        if (crowd.twice() !== undefined) throw new Error(`twice: ${String(crowd.twice())}`)
      }
      await crowd.end()
      await store.close()
      await DocumentStore.open(options).close()
    } catch (error) {
      throw new Error(`UNIQUE_SEED=${seed + n}: ${(error as Error).message}`)
    }
  }
}, 60_000)

describe('an index that cannot hold a document', () => {
  const numbered = readSchema({
    collections: { c: { indexes: [{ name: 'first', keys: [['list.0', 1]], unique: false }] } },
  })
  const ambiguous = { _id: 'a', list: [{ 0: 1 }] }

  it('refuses it before anything is stored, also when the index is of one field', async () => {
    const folder = temporaryFolder()
    const { cloud, db } = await testCloud({ schema: numbered, data: folder })
    await db.collection('c').add({ _id: 'b', list: [1] })
    expect((await refusal(db.collection('c').add(ambiguous)))?.message).toContain('Ambiguous')
    await db.collection('c').add({ _id: 'c', list: [2] })
    const { data } = await db.collection('c').get()
    expect((data as { _id: string }[]).map(({ _id }) => _id)).toEqual(['b', 'c'])
    await cloud.close()
    await DocumentStore.open({ directory: folder, schema: numbered, now: () => 0 }).close()
  })

  it('and was declared after it stops the start with its name and the way out', async () => {
    const folder = temporaryFolder()
    const before = DocumentStore.open({ directory: folder, schema: null, now: () => 0 })
    await before.createCollection('c')
    await before.write((transaction) =>
      before.put(transaction, before.collection('c'), documentKey('a'), ambiguous),
    )
    await before.close()
    expect(() => DocumentStore.open({ directory: folder, schema: numbered, now: () => 0 })).toThrow(
      /index first of the collection c .*Ambiguous.*_id: "a".*export.*out of the schema/s,
    )
  })
})

it('a violated unique index names both documents and the way out, and leaves the data to be exported', async () => {
  const folder = temporaryFolder()
  const plain = readSchema({ collections: { c: { indexes: [] } } })
  const unique = readSchema({
    collections: { c: { indexes: [{ name: 'k', keys: [['k', 1]], unique: true }] } },
  })
  const store = DocumentStore.open({ directory: folder, schema: plain, now: () => 0 })
  for (const _id of ['a', 'b'])
    await store.write((transaction) =>
      store.put(transaction, store.collection('c'), documentKey(_id), { _id, k: 1 }),
    )
  await store.close()
  const open = () => DocumentStore.open({ directory: folder, schema: unique, now: () => 0 })
  expect(open).toThrow(/collection: tnt-local.c index: k dup key.*"a" and "b".*export.*not unique/s)
  const archive = `${folder}.archive`
  expect((await exportDirectory(folder, archive, () => undefined)).leftOut).toEqual([])
  rmSync(archive)
  await DocumentStore.open({ directory: folder, schema: plain, now: () => 0 }).close()
})
