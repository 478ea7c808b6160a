import { refusal, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

let test: TestCloud

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT'
const GONE = 'DATABASE_TRANSACTION_FAIL'

beforeAll(async () => {
  test = await testCloud({
    lockWaitMs: 300,
    schema: {
      collections: new Map([
        [
          'accounts',
          { rule: 'ADMINONLY', indexes: [{ name: 'by_code', keys: [['code', 1]], unique: true }] },
        ],
        [
          'notes',
          {
            rule: 'ADMINONLY',
            indexes: [
              {
                name: 'by_group',
                keys: [
                  ['g', 1],
                  ['n', -1],
                ],
                unique: false,
              },
            ],
          },
        ],
      ]),
    },
  })
})

let counter = 0
const fresh = async (fields: Record<string, unknown> = {}) => {
  const id = `d${++counter}`
  await test.db.collection('accounts').add({ _id: id, code: id, n: 0, ...fields })
  return id
}
const read = async (id: string) =>
  (await test.db.collection('accounts').doc(id).get()).data[0] as
    Record<string, unknown> | undefined
const begin = () => test.db.startTransaction()

describe('a transaction', () => {
  it('shows its writes to itself at once and to others after the commit', async () => {
    const id = await fresh()
    const transaction = await begin()
    const inside = transaction.collection('accounts').doc(id)
    await inside.update({ n: 5 })
    expect((await inside.get()).data).toMatchObject({ n: 5 })
    expect(await read(id)).toMatchObject({ n: 0 })
    await transaction.commit()
    expect(await read(id)).toMatchObject({ n: 5 })
  })

  it('leaves nothing behind when rolled back', async () => {
    const id = await fresh()
    const transaction = await begin()
    await transaction.collection('accounts').doc(id).update({ n: 5 })
    await transaction.collection('accounts').add({ _id: 'never', code: 'never' })
    await transaction.collection('accounts').doc(id).remove()
    await transaction.rollback()
    expect(await read(id)).toMatchObject({ n: 0 })
    expect(await read('never')).toBeUndefined()
    await test.db.collection('accounts').add({ _id: 'never', code: 'never' })
  })

  it('reads the state at its first operation, not at its start', async () => {
    const id = await fresh()
    const transaction = await begin()
    await test.db.collection('accounts').doc(id).update({ n: 1 })
    expect((await transaction.collection('accounts').doc(id).get()).data).toMatchObject({ n: 1 })
    await test.db.collection('accounts').doc(id).update({ n: 2 })
    expect((await transaction.collection('accounts').doc(id).get()).data).toMatchObject({ n: 1 })
    await transaction.rollback()
  })

  it('finds by a filter among the snapshot and its own writes, in order', async () => {
    const notes = test.db.collection('notes')
    await notes.add([1, 2, 3].map((n) => ({ _id: `n${n}`, g: 'q', n })) as never)
    const transaction = await begin()
    const inside = transaction.collection('notes')
    await inside.doc('n1').update({ n: 9 })
    await inside.add({ _id: 'n4', g: 'q', n: 2.5 })
    await inside.doc('n2').remove()
    await notes.doc('n3').update({ g: 'moved' })
    const found = await inside.where({ g: 'q' }).orderBy('n', 'desc').get()
    expect((found.data as Array<{ _id: string }>).map(({ _id }) => _id)).toEqual(['n1', 'n3', 'n4'])
    await transaction.commit()
    const after = await notes.where({ g: 'q' }).orderBy('n', 'desc').get()
    expect((after.data as Array<{ _id: string }>).map(({ _id }) => _id)).toEqual(['n1', 'n4'])
  })

  it('gives null for a document that is not there, and upserts by set', async () => {
    const transaction = await begin()
    expect((await transaction.collection('accounts').doc('absent').get()).data).toBeNull()
    expect(await transaction.collection('accounts').doc('set').set({ code: 'set' })).toMatchObject({
      upserted: [{ _id: 'set' }],
    })
    await transaction.commit()
    expect(await read('set')).toEqual({ _id: 'set', code: 'set' })
  })
})

describe('conflicts', () => {
  it('refuses the second writer at once and aborts it', async () => {
    const id = await fresh()
    const [first, second] = [await begin(), await begin()]
    await second.collection('accounts').doc(id).get()
    await first.collection('accounts').doc(id).update({ n: 1 })
    expect(await refusal(second.collection('accounts').doc(id).update({ n: 2 }))).toEqual({
      code: CONFLICT,
      message: expect.stringContaining('[ResourceUnavailable.TransactionConflict]') as string,
    })
    expect((await refusal(second.collection('accounts').doc(id).get()))?.code).toBe(GONE)
    await first.commit()
    expect(await read(id)).toMatchObject({ n: 1 })
  })

  it('refuses to write what was committed after its snapshot', async () => {
    const id = await fresh()
    const transaction = await begin()
    await transaction.collection('accounts').doc(id).get()
    await test.db.collection('accounts').doc(id).update({ n: 1 })
    expect((await refusal(transaction.collection('accounts').doc(id).update({ n: 2 })))?.code).toBe(
      CONFLICT,
    )
  })

  it('lets one of two inserters of the same id win', async () => {
    const [first, second] = [await begin(), await begin()]
    await first.collection('accounts').add({ _id: 'same', code: 'same' })
    expect(
      (await refusal(second.collection('accounts').add({ _id: 'same', code: 'other' })))?.code,
    ).toBe(CONFLICT)
    await first.commit()
  })

  it('allows write skew, as snapshot isolation does', async () => {
    const [a, b] = [await fresh({ n: 1 }), await fresh({ n: 1 })]
    const [first, second] = [await begin(), await begin()]
    await first.collection('accounts').doc(a).get()
    await second.collection('accounts').doc(b).get()
    await first.collection('accounts').doc(b).update({ n: 0 })
    await second.collection('accounts').doc(a).update({ n: 0 })
    await first.commit()
    await second.commit()
    expect([(await read(a))?.n, (await read(b))?.n]).toEqual([0, 0])
  })

  it('never blocks readers, and makes a plain writer wait for the commit', async () => {
    const id = await fresh()
    const transaction = await begin()
    await transaction.collection('accounts').doc(id).update({ n: 5 })
    expect(await read(id)).toMatchObject({ n: 0 })
    const waiting = test.db
      .collection('accounts')
      .doc(id)
      .update({ n: test.db.command.inc(1) })
    await transaction.commit()
    await waiting
    expect(await read(id)).toMatchObject({ n: 6 })
  })

  it('tells a plain writer that waited too long that the transaction is busy', async () => {
    const id = await fresh()
    const transaction = await begin()
    await transaction.collection('accounts').doc(id).update({ n: 5 })
    const refused = await refusal(test.db.collection('accounts').doc(id).update({ n: 1 }))
    expect(refused?.message).toContain('[ResourceUnavailable.TransactionBusy]')
    await transaction.rollback()
  })

  it('ends a transaction that lives too long, and frees what it held', async () => {
    const short = await testCloud({ transactionLifeMs: 200 })
    await short.db.createCollection('accounts')
    const accounts = short.db.collection('accounts')
    await accounts.add({ _id: 'd', n: 0 })
    const transaction = await short.db.startTransaction()
    await transaction.collection('accounts').doc('d').update({ n: 5 })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await refusal(transaction.commit())).toEqual({
      code: GONE,
      message: expect.stringContaining('must be commit or abort in 30 seconds') as string,
    })
    expect((await accounts.doc('d').get()).data).toEqual([{ _id: 'd', n: 0 }])
    expect(await accounts.doc('d').update({ n: 7 })).toMatchObject({ updated: 1 })
  })

  it('loses no increment when 20 callers change one document', async () => {
    const id = await fresh()
    let committed = 0
    const increment = async () => {
      for (;;) {
        const refused = await refusal(
          test.db.runTransaction(async (transaction: Awaited<ReturnType<typeof begin>>) => {
            const { data } = await transaction.collection('accounts').doc(id).get()
            await transaction
              .collection('accounts')
              .doc(id)
              .update({ n: (data as unknown as { n: number }).n + 1 })
          }),
        )
        if (!refused) return void (committed += 1)
        expect(refused.code).toBe(CONFLICT)
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
      }
    }
    await Promise.all(Array.from({ length: 20 }, increment))
    expect(committed).toBe(20)
    expect(await read(id)).toMatchObject({ n: 20 })
  })
})

describe('unique keys', () => {
  const accounts = () => test.db.collection('accounts')

  it('refuses a second document with the key, by insert, update and set', async () => {
    const [one, two] = [await fresh(), await fresh()]
    expect((await refusal(accounts().add({ code: one })))?.message).toMatch(
      /E11000 .* index: by_code dup key: \{ : "/,
    )
    expect((await refusal(accounts().doc(two).update({ code: one })))?.message).toMatch(/E11000/)
    expect((await refusal(accounts().doc(two).set({ code: one })))?.message).toMatch(/E11000/)
    expect(await read(two)).toMatchObject({ code: two })
    expect(await refusal(accounts().doc(two).update({ code: two, n: 1 }))).toBeNull()
  })

  it('counts a missing field as null', async () => {
    await accounts().add({ _id: 'codeless' })
    expect((await refusal(accounts().add({ _id: 'codeless2' })))?.message).toMatch(
      /dup key: \{ : null \}/,
    )
    expect((await refusal(accounts().add({ _id: 'codeless3', code: null })))?.code).toBe(
      'DATABASE_REQUEST_FAILED',
    )
    await accounts().doc('codeless').remove()
    expect(await refusal(accounts().add({ _id: 'codeless2' }))).toBeNull()
  })

  it('lets a transaction move a key from one document to another', async () => {
    const one = await fresh()
    const transaction = await begin()
    await transaction
      .collection('accounts')
      .doc(one)
      .update({ code: `${one}-old` })
    await transaction.collection('accounts').add({ _id: `${one}-new`, code: one })
    await transaction.commit()
    expect(await read(`${one}-new`)).toMatchObject({ code: one })
  })

  it('conflicts when two transactions want one key, and refuses within one', async () => {
    const [first, second, third] = [await begin(), await begin(), await begin()]
    await first.collection('accounts').add({ _id: 'k1', code: 'wanted' })
    expect(
      (await refusal(second.collection('accounts').add({ _id: 'k2', code: 'wanted' })))?.code,
    ).toBe(CONFLICT)
    await third.collection('accounts').add({ _id: 'k3', code: 'twice' })
    expect(
      (await refusal(third.collection('accounts').add({ _id: 'k4', code: 'twice' })))?.message,
    ).toMatch(/E11000/)
    await first.rollback()
    expect(await refusal(accounts().add({ _id: 'k5', code: 'wanted' }))).toBeNull()
  })

  it('ends the transaction in which a duplicate was met', async () => {
    const id = await fresh()
    const transaction = await begin()
    expect(
      (await refusal(transaction.collection('accounts').add({ _id: id, code: 'x' })))?.message,
    ).toMatch(/E11000/)
    expect((await refusal(transaction.commit()))?.code).toBe(GONE)
  })
})
