import { post, refusal } from './support/cloud'
import { Collections, idsOf } from './support/collections'
import type { Fields } from './support/collections'

let cloud: Collections

beforeAll(async () => {
  cloud = await Collections.open()
})

const FAILED = 'DATABASE_REQUEST_FAILED'
const MEGABYTE = 1024 * 1024

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) })

describe('rows', () => {
  it('are 100 unless asked, and never more than 1000', async () => {
    const collection = await cloud.with(Array.from({ length: 1100 }, (_unused, n) => ({ n })))
    expect((await collection.get()).data).toHaveLength(100)
    expect((await collection.limit(999).get()).data).toHaveLength(999)
    expect((await collection.limit(1100).get()).data).toHaveLength(1000)
    expect(
      (
        await collection
          .where({ n: cloud.command.gte(1050) })
          .limit(1000)
          .get()
      ).data,
    ).toHaveLength(50)
    expect(await collection.count()).toMatchObject({ total: 1100 })
    expect(await collection.where({}).update({ x: 1 })).toMatchObject({ updated: 1100 })
    expect(await collection.where({ x: 1 }).remove()).toMatchObject({ deleted: 1100 })
  })

  it('report their offset and limit', async () => {
    const collection = await cloud.with([{ n: 1 }, { n: 2 }, { n: 3 }])
    const page = (await collection.skip(1).limit(1).get()) as unknown as Fields
    expect([page.limit, page.offset]).toEqual([1, 1])
    expect((await collection.get()) as unknown).toMatchObject({ limit: 100 })
    expect((await collection.skip(9).get()).data).toEqual([])
    // The SDK itself takes 0 for no limit at all.
    expect((await collection.limit(0).get()).data).toHaveLength(3)
  })

  it('refuse a place or a number below 0', async () => {
    const collection = await cloud.with([])
    expect((await refusal(collection.limit(-1).get()))?.code).toBe('INVALID_PARAM')
    expect((await refusal(collection.skip(-1).get()))?.code).toBe('INVALID_PARAM')
  })

  it('take options in one go', async () => {
    const collection = await cloud.with([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 3 },
    ])
    const options = { limit: 1, offset: 1, order: { n: -1 }, projection: { n: 0 }, timeout: 5000 }
    expect(
      (
        await collection
          .options(options as never)
          .where({})
          .get()
      ).data,
    ).toEqual([{ _id: 'b' }])
  })
})

describe('sizes', () => {
  it('let one document take 16 MB, and not more', async () => {
    const collection = await cloud.with([{ _id: 'a' }])
    const text = (bytes: number) => 'x'.repeat(bytes)
    expect(await refusal(collection.doc('b').set({ text: text(16 * MEGABYTE - 100) }))).toBeNull()
    const refused = await refusal(collection.add({ _id: 'c', text: text(16 * MEGABYTE) }))
    expect(refused?.code).toBe(FAILED)
    expect(refused?.message).toContain('object to insert too large. size in bytes: 16777')
    const half = { text: text(8 * MEGABYTE) }
    await collection.doc('a').update(half)
    const grown = await refusal(collection.doc('a').update({ more: half.text }))
    expect(grown?.message).toContain('Resulting document after update is larger than 16777216')
    expect(await collection.where({ more: cloud.command.exists(true) }).count()).toMatchObject({
      total: 0,
    })
  })

  it('count bytes, not characters', async () => {
    const collection = await cloud.with([])
    const refused = await refusal(collection.add({ text: '整'.repeat(5.6 * MEGABYTE) }))
    expect(refused?.message).toContain('object to insert too large')
  })

  it('let one reply take 16 MB, and not more', async () => {
    const collection = await cloud.with([])
    const text = '整'.repeat(2 * MEGABYTE)
    for (const _id of ['a', 'b', 'c']) await collection.add({ _id, text })
    expect(idsOf(await collection.limit(2).get())).toEqual(['a', 'b'])
    const refused = await refusal(collection.get())
    expect(refused).toMatchObject({ code: FAILED })
    expect(refused?.message).toContain('16 MB')
    expect(await collection.count()).toMatchObject({ total: 3 })
    expect(idsOf(await collection.field({ text: false }).get())).toEqual(['a', 'b', 'c'])
  })

  it('refuse a request beyond 20 MB with a code', async () => {
    const body = {
      action: 'database.insertDocument',
      collectionName: 'c',
      data: ['x'.repeat(21 * MEGABYTE)],
    }
    expect((await post(cloud.test.cloud, body)).code).toBe('INVALID_PARAM')
  })

  it('let documents be nested 100 levels deep, and not more', async () => {
    const collection = await cloud.with([{ _id: 'a' }])
    expect(await refusal(collection.add({ _id: 'ok', v: deep(99) }))).toBeNull()
    const refused = await refusal(collection.add({ _id: 'no', v: deep(100) }))
    expect(refused).toMatchObject({ code: FAILED })
    expect(refused?.message).toContain('exceeds 100 levels of nesting')
    const grown = await refusal(collection.doc('a').update({ v: cloud.command.set(deep(100)) }))
    expect(grown?.message).toContain('Document exceeds maximum nesting depth of 100')
    expect((await refusal(collection.doc('a').set({ v: deep(100) })))?.code).toBe(FAILED)
    expect((await collection.doc('ok').get()).data).toEqual([{ _id: 'ok', v: deep(99) }])
  })
})
