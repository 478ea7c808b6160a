import { refusal } from './support/cloud'
import { Collections, raw } from './support/collections'
import type { Fields } from './support/collections'

let cloud: Collections

beforeAll(async () => {
  cloud = await Collections.open()
})

const document = {
  _id: 'a',
  x: 1,
  y: { z: 2, w: { u: 3, t: 4 } },
  l: [1, 2, 3, 4],
  d: [{ k: 1, v: 'p' }, { k: 2, v: 'q' }, 5],
}

async function projected(
  projection: Fields,
  filter: Fields = { _id: 'a' },
  source: Fields = document,
) {
  const collection = await cloud.with([source])
  const { data } = await raw(collection, filter).field(projection).get()
  return data[0] as Fields
}

describe('projections', () => {
  it.each<[string, Fields, Fields]>([
    ['fields in', { x: true }, { _id: 'a', x: 1 }],
    ['fields in, by 1', { x: 1, l: 1 }, { _id: 'a', x: 1, l: [1, 2, 3, 4] }],
    ['fields in without the id', { x: 1, _id: 0 }, { x: 1 }],
    ['the id alone', { _id: 1 }, { _id: 'a' }],
    [
      'everything but the id',
      { _id: false },
      { x: 1, y: document.y, l: document.l, d: document.d },
    ],
    ['fields out', { y: 0, l: false, d: 0 }, { _id: 'a', x: 1 }],
    ['fields out and the id', { y: 0, l: 0, d: 0, _id: 0 }, { x: 1 }],
    ['a nested field in', { 'y.w.u': 1 }, { _id: 'a', y: { w: { u: 3 } } }],
    ['nested fields out', { 'y.w': 0, x: 0, l: 0, d: 0 }, { _id: 'a', y: { z: 2 } }],
    ['a field of elements in', { 'd.k': 1 }, { _id: 'a', d: [{ k: 1 }, { k: 2 }] }],
    [
      'a field of elements out',
      { 'd.k': 0, x: 0, y: 0, l: 0 },
      { _id: 'a', d: [{ v: 'p' }, { v: 'q' }, 5] },
    ],
    ['a field that is not there', { none: 1 }, { _id: 'a' }],
    ['a field below a plain value', { 'x.y': 1 }, { _id: 'a' }],
    ['the first elements', { l: { $slice: 2 } }, { ...document, l: [1, 2] }],
    ['the last elements', { l: { $slice: -2 } }, { ...document, l: [3, 4] }],
    ['elements from a place', { l: { $slice: [1, 2] } }, { ...document, l: [2, 3] }],
    [
      'elements from a place counted backwards',
      { l: { $slice: [-3, 2] } },
      { ...document, l: [2, 3] },
    ],
    ['elements from before the start', { l: { $slice: [-9, 2] } }, { ...document, l: [1, 2] }],
    ['elements from behind the end', { l: { $slice: [9, 2] } }, { ...document, l: [] }],
    ['a slice beside fields in', { x: 1, l: { $slice: 1 } }, { _id: 'a', x: 1, l: [1] }],
    ['a slice beside fields out', { x: 0, y: 0, d: 0, l: { $slice: 1 } }, { _id: 'a', l: [1] }],
    ['a slice of what is no array', { x: { $slice: 1 } }, document],
    [
      'the first element that fits',
      { d: { $elemMatch: { k: 2 } } },
      { _id: 'a', d: [{ k: 2, v: 'q' }] },
    ],
    ['no element that fits', { d: { $elemMatch: { k: 9 } } }, { _id: 'a' }],
    ['the first value that fits', { l: { $elemMatch: { $gt: 2 } } }, { _id: 'a', l: [3] }],
  ])('%s', async (_name, projection, expected) => {
    expect(await projected(projection)).toEqual(expected)
  })

  it("take slices and elements from the SDK's own commands", async () => {
    const { project } = cloud.command
    expect(await projected({ l: project.slice(1), _id: 0, x: 1 } as never)).toEqual({
      x: 1,
      l: [1],
    })
    expect(await projected({ d: project.elemMatch({ v: 'q' }) } as never)).toEqual({
      _id: 'a',
      d: [{ k: 2, v: 'q' }],
    })
  })

  it('keep the order of the document', async () => {
    expect(Object.keys(await projected({ l: 1, x: 1 }))).toEqual(['_id', 'x', 'l'])
  })

  it('show the element that the filter matched', async () => {
    expect(await projected({ 'l.$': 1 }, { l: { $gt: 2 } })).toEqual({ _id: 'a', l: [3] })
    expect(await projected({ 'd.$': 1, x: 1 }, { 'd.k': 2 })).toEqual({
      _id: 'a',
      x: 1,
      d: [{ k: 2, v: 'q' }],
    })
    expect(await projected({ 'd.$': 1 }, { d: { $elemMatch: { v: 'q' } } })).toEqual({
      _id: 'a',
      d: [{ k: 2, v: 'q' }],
    })
  })

  it('apply to doc() and inside transactions', async () => {
    const collection = await cloud.with([document])
    const field = { x: 1, _id: 0 }
    expect((await collection.doc('a').field(field).get()).data).toEqual([{ x: 1 }])
    const transaction = await cloud.db.startTransaction()
    const inside = transaction.collection(collection.name)
    expect((await inside.doc('a').field(field).get()).data).toEqual({ x: 1 })
    await transaction.rollback()
  })

  it.each<[string, Fields, Fields, string]>([
    [
      'fields in and out',
      { x: 1, y: 0 },
      {},
      'Projection cannot have a mix of inclusion and exclusion.',
    ],
    [
      'fields out and in',
      { x: 0, y: 1 },
      {},
      'Projection cannot have a mix of inclusion and exclusion.',
    ],
    [
      'a slice of text',
      { l: { $slice: 'x' } },
      {},
      '$slice only supports numbers and [skip, limit] arrays',
    ],
    ['a slice with one place', { l: { $slice: [1] } }, {}, '$slice array wrong size'],
    ['a slice of no length', { l: { $slice: [1, 0] } }, {}, '$slice limit must be positive'],
    [
      '$elemMatch of a value',
      { l: { $elemMatch: 5 } },
      {},
      'elemMatch: Invalid argument, object required.',
    ],
    [
      '$elemMatch on a nested field',
      { 'y.z': { $elemMatch: { a: 1 } } },
      {},
      'Cannot use $elemMatch projection on a nested field.',
    ],
    [
      'an unknown operator',
      { l: { $foo: 1 } },
      {},
      'Unsupported projection option: l: { $foo: 1 }',
    ],
    ['two operators', { l: { $slice: 1, $elemMatch: {} } }, {}, '>1 field in obj'],
    [
      'two positional fields',
      { 'l.$': 1, 'd.$': 1 },
      { l: 1, 'd.k': 1 },
      'Cannot specify more than one positional proj. per query.',
    ],
    [
      'a positional field out',
      { 'l.$': 0 },
      { l: 1 },
      'Cannot exclude array elements with the positional operator.',
    ],
    [
      'a positional field that the filter leaves out',
      { 'l.$': 1 },
      { x: 1 },
      "Positional projection 'l.$' does not match the query document.",
    ],
    [
      'a positional field and $elemMatch',
      { 'l.$': 1, d: { $elemMatch: { k: 1 } } },
      { l: 1 },
      'Cannot specify positional operator and $elemMatch.',
    ],
    [
      'a positional field where no element matched',
      { 'l.$': 1 },
      { l: { $size: 4 } },
      'positional operator (l.$) requires corresponding field in query specifier',
    ],
  ])('refuse %s', async (_name, projection, filter, text) => {
    const collection = await cloud.with([document])
    const refused = await refusal(raw(collection, filter).field(projection).get())
    expect(refused?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refused?.message).toContain(text)
  })
})
