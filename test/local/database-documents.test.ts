import { refusal } from './support/cloud'
import { Collections, fieldsOf, idsOf } from './support/collections'
import type { Command, Fields } from './support/collections'

let cloud: Collections
let _: Command

beforeAll(async () => {
  cloud = await Collections.open()
  _ = cloud.command
})

const FAILED = 'DATABASE_REQUEST_FAILED'

describe('values', () => {
  it.each<[string, unknown]>([
    ['text', '整改 "quoted"\n\u0000 \ud83d\ude00'],
    ['an empty text', ''],
    ['whole numbers', [0, -1, 2147483647, 2147483648, -2147483649, 2 ** 53]],
    ['numbers beyond 2^53, as the SDK rounds them', [2 ** 60, -(2 ** 62), 2 ** 70]],
    ['fractions', [3.5, 1e300, 5e-324, 0.1]],
    ['numbers that are none', [Number.NaN, Infinity, -Infinity]],
    ['flags and nothing', [true, false, null]],
    ['dates', [new Date(0), new Date(-5), new Date(-62135596800000), new Date(253402300799999)]],
    ['nested arrays and objects', [[[], [[1]]], { a: { b: {} } }, [{ c: [new Date(6)] }]]],
    [
      'keys of every kind',
      { '': 1, ' ': 2, 'a.b': 3, a$: 4, 中文: 5, constructor: 6, toString: 7, hasOwnProperty: 8 },
    ],
  ])('keeps %s', async (_name, value) => {
    const collection = await cloud.with([{ _id: 'a', value }])
    expect(await fieldsOf(collection)).toEqual({ value })
    await collection.doc('b').set({ value })
    expect((await collection.doc('b').get()).data).toEqual([{ _id: 'b', value }])
  })

  it('drops undefined, and keeps null', async () => {
    const collection = await cloud.with([{ _id: 'a', x: undefined, y: null, o: { z: undefined } }])
    expect(await fieldsOf(collection)).toEqual({ y: null, o: {} })
  })

  it('keeps an empty document', async () => {
    const collection = await cloud.with([])
    const { id } = (await collection.add({})) as { id: string }
    expect((await collection.get()).data).toEqual([{ _id: id }])
  })

  it('keeps patterns', async () => {
    const collection = await cloud.with([
      { _id: 'a', r: /^a+$/im },
      { _id: 'b', r: /x/ },
    ])
    const [document] = (await collection.doc('a').get()).data as Array<{ r: unknown }>
    // The SDK hands patterns out as plain objects.
    expect(document!.r).toEqual({ pattern: '^a+$', options: 'im' })
    expect(idsOf(await collection.where({ r: _.eq(/x/) }).get())).toEqual(['b'])
  })

  it('sends an ObjectId back as hex text that finds the document again', async () => {
    const collection = await cloud.with([])
    const hex = '0123456789abcdef01234567'
    const id = new cloud.db.ObjectId({ id: hex } as never)
    await collection.add({ _id: 'r', ref: id })
    expect((await collection.where({ ref: hex }).get()).data).toEqual([{ _id: 'r', ref: hex }])
    expect((await collection.where({ ref: id }).get()).data).toEqual([{ _id: 'r', ref: hex }])
    expect(
      (await refusal(collection.add({ ref: new cloud.db.ObjectId({ id: 'no hex' } as never) })))
        ?.code,
    ).toBe('INVALID_PARAM')
  })

  it('refuses a date that is none, and a Buffer, which would not come back as one', async () => {
    const collection = await cloud.with([])
    expect((await refusal(collection.add({ at: new Date(Number.NaN) })))?.code).toBe(
      'INVALID_PARAM',
    )
    expect((await refusal(collection.add({ o: [{ photo: Buffer.from('x') }] })))?.code).toBe(
      'INVALID_PARAM',
    )
    expect((await refusal(collection.doc('a').set({ photo: Buffer.from('x') })))?.code).toBe(
      'INVALID_PARAM',
    )
    expect((await collection.get()).data).toEqual([])
  })

  it('gives places of every kind back as the classes of the SDK, however deep', async () => {
    const { Geo } = cloud.db
    type Make = new (parts: unknown[]) => unknown
    const { LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon } =
      Geo as unknown as Record<string, Make>
    const point = (x: number, y: number) => new Geo.Point(x, y)
    const line = new LineString!([point(0, 0), point(1, 1)])
    const area = new Polygon!([
      new LineString!([point(0, 0), point(1, 0), point(1, 1), point(0, 0)]),
    ])
    const places = {
      point: point(1, 2),
      line,
      area,
      points: new MultiPoint!([point(0, 0), point(1, 1)]),
      lines: new MultiLineString!([line]),
      areas: new MultiPolygon!([area]),
    }
    const collection = await cloud.with([{ _id: 'a', o: { list: [{ ...places }] } }])
    const [document] = (await collection.get()).data as Array<{ o: { list: Array<typeof places> } }>
    const found = document!.o.list[0]!
    for (const [name, place] of Object.entries(places)) {
      const kept = found[name as keyof typeof places] as { toJSON(): unknown; constructor: unknown }
      expect(kept.constructor).toBe((place as object).constructor)
      expect(kept.toJSON()).toEqual((place as { toJSON(): unknown }).toJSON())
    }
  })
})

describe('server dates', () => {
  it('are one reading of the clock per request, wherever they stand', async () => {
    const { db } = cloud
    const later = db.serverDate({ offset: 60_000 })
    const collection = await cloud.with([
      { _id: 'a', at: db.serverDate(), later, o: { list: [db.serverDate()] } },
    ])
    const document = (await fieldsOf(collection)) as { at: Date; later: Date; o: { list: Date[] } }
    expect(Math.abs(document.at.getTime() - Date.now())).toBeLessThan(5_000)
    expect(document.later.getTime() - document.at.getTime()).toBe(60_000)
    expect(document.o.list[0]).toEqual(document.at)
    await collection
      .doc('a')
      .update({ at: db.serverDate({ offset: -1000 }), o: { list: _.push([db.serverDate()]) } })
    const changed = (await fieldsOf(collection)) as typeof document
    expect(changed.o.list[1]!.getTime() - changed.at.getTime()).toBe(1000)
  })

  it('reach a year ahead and back', async () => {
    const year = 31_536_000_000
    const dates = {
      next: cloud.db.serverDate({ offset: year }),
      last: cloud.db.serverDate({ offset: -year }),
    }
    const collection = await cloud.with([dates])
    const { next, last } = (await fieldsOf(collection)) as { next: Date; last: Date }
    expect(next.getTime() - last.getTime()).toBe(2 * year)
  })
})

describe('ids', () => {
  it('are 32 hex characters where none is given', async () => {
    const collection = await cloud.with([])
    const { id } = (await collection.add({ a: 1 })) as { id: string }
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect((await collection.doc(id).get()).data).toEqual([{ _id: id, a: 1 }])
    const { ids } = (await collection.add([
      { a: 2 },
      { _id: 'own' },
      { a: 3 },
    ] as never)) as unknown as { ids: string[] }
    expect(ids).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/),
      'own',
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ])
  })

  it('are told apart by type, not by the form of a number', async () => {
    const collection = await cloud.with([
      { _id: 1, v: 'number' },
      { _id: '1', v: 'text' },
    ])
    expect((await collection.doc(1).get()).data).toEqual([{ _id: 1, v: 'number' }])
    expect((await collection.doc('1').get()).data).toEqual([{ _id: '1', v: 'text' }])
    expect((await refusal(collection.add({ _id: 1.0 })))?.code).toBe(FAILED)
  })

  it('may be flags, dates, objects or null, but no arrays and no patterns', async () => {
    const collection = await cloud.with([])
    for (const _id of [true, new Date(5), { a: 1 }, null]) {
      expect(await refusal(collection.add({ _id }))).toBeNull()
      expect((await refusal(collection.add({ _id })))?.message).toContain('E11000')
      expect(await collection.where({ _id: _.eq(_id) }).count()).toMatchObject({ total: 1 })
    }
    expect((await refusal(collection.add({ _id: [1] })))?.message).toContain(
      "can't use an array for _id",
    )
    expect((await refusal(collection.add({ _id: /x/ })))?.message).toContain(
      "can't use a regex for _id",
    )
  })

  it('are refused the second time, and nothing of that request is stored', async () => {
    const collection = await cloud.with([{ _id: 'a' }])
    const refused = await refusal(collection.add([{ _id: 'new' }, { _id: 'a' }] as never))
    expect(refused?.code).toBe(FAILED)
    expect(refused?.message).toMatch(
      /^multiple write errors: \[\{write errors: \[\{E11000 duplicate key error collection: .* index: _id_ dup key: \{ : "a" \}\}\]\}, \{<nil>\}\]$/,
    )
    expect(
      (await refusal(collection.add([{ _id: 'x' }, { _id: 'x' }] as never)))?.message,
    ).toContain('dup key: { : "x" }')
    expect(idsOf(await collection.get())).toEqual(['a'])
  })

  it('can be used again after a removal', async () => {
    const collection = await cloud.with([{ _id: 'a', n: 1 }])
    await collection.doc('a').remove()
    expect(await refusal(collection.add({ _id: 'a', n: 2 }))).toBeNull()
    expect((await collection.get()).data).toEqual([{ _id: 'a', n: 2 }])
  })
})

describe('removal', () => {
  it('takes one by id and many by filter', async () => {
    const collection = await cloud.with([1, 2, 3, 4].map((n) => ({ _id: `d${n}`, n })))
    expect(await collection.doc('d1').remove()).toMatchObject({ deleted: 1 })
    expect(await collection.doc('d1').remove()).toMatchObject({ deleted: 0 })
    expect(await collection.where({ n: _.gte(3) }).remove()).toMatchObject({ deleted: 2 })
    expect(idsOf(await collection.get())).toEqual(['d2'])
    expect(await collection.where({}).remove()).toMatchObject({ deleted: 1 })
  })

  it('ignores order, offset and limit', async () => {
    const collection = await cloud.with([{ n: 1 }, { n: 2 }, { n: 3 }])
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
    expect(await collection.where({}).orderBy('n', 'desc').skip(1).limit(1).remove()).toMatchObject(
      { deleted: 3 },
    )
    warn.mockRestore()
  })
})

describe('sorting', () => {
  it('goes by type, then by value; missing first', async () => {
    const collection = await cloud.with([
      { _id: 'text', v: 'a' },
      { _id: 'two', v: 2 },
      { _id: 'none' },
      { _id: 'list', v: [9, 1] },
      { _id: 'yes', v: true },
      { _id: 'ten', v: 10 },
    ])
    expect(idsOf(await collection.orderBy('v', 'asc').get())).toEqual([
      'none',
      'list',
      'two',
      'ten',
      'text',
      'yes',
    ])
    expect(idsOf(await collection.orderBy('v', 'desc').skip(1).limit(2).get())).toEqual([
      'text',
      'ten',
    ])
    expect(idsOf(await collection.orderBy('_id', 'desc').limit(1).get())).toEqual(['yes'])
  })

  it('goes by several fields, nested ones too', async () => {
    const collection = await cloud.with(
      [
        [1, 2],
        [2, 1],
        [1, 1],
        [2, 2],
      ].map(([a, b]) => ({ _id: `${a}${b}`, o: { a }, b })) as Fields[],
    )
    expect(idsOf(await collection.orderBy('o.a', 'desc').orderBy('b', 'asc').get())).toEqual([
      '21',
      '22',
      '11',
      '12',
    ])
  })
})
