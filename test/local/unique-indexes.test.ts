import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { exportDirectory } from '@/local/archive/export-directory'
import { readSchema } from '@/local/engine/schema'
import { DocumentStore } from '@/local/engine/store'
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
  expect(open).toThrow(/collection: c index: k dup key.*"a" and "b".*export.*not unique/s)
  const archive = `${folder}.archive`
  expect((await exportDirectory(folder, archive, () => undefined)).leftOut).toEqual([])
  rmSync(archive)
  await DocumentStore.open({ directory: folder, schema: plain, now: () => 0 }).close()
})
