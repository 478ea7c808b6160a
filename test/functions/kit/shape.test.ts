import type { Doc } from '@/cloudfunctions/_stores/document'
import { orNone, rowsOf, type Shape, thingsOf } from '@/cloudfunctions/_stores/shape'

interface Kept {
  readonly id: string
  readonly state: 'open' | 'closed'
  readonly count: number
  readonly isPublic: boolean
  readonly parts: readonly string[]
  readonly place: { readonly name: string }
  readonly on: string | null
  readonly later?: number
}

const shape: Shape<Kept> = {
  id: 'text',
  state: ['open', 'closed'],
  count: 'number',
  isPublic: 'flag',
  parts: 'list',
  place: 'row',
  on: orNone('text'),
  later: orNone('number'),
}
const whole = { state: 'open', count: 1, isPublic: false, parts: [], place: { name: '' }, on: null }
const doc = { ...whole, _id: 'a', _book: { seq: 1 }, by: { order: 1 } }

const without = ({ _id, ...fields }: Doc, field: string): Doc => ({
  _id,
  ...Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field)),
})

describe('a stored document', () => {
  it('is the thing under its id, without what stands beside it', () => {
    expect(thingsOf(shape)(doc)).toEqual({ ...whole, id: 'a' })
  })

  it.each([
    ['state', 'elsewhere'],
    ['count', '1'],
    ['isPublic', null],
    ['parts', {}],
    ['place', []],
    ['place', null],
    ['on', 5],
    ['later', '5'],
  ])('is refused where its %s is none, without the value', (field, value) => {
    const read = () => thingsOf(shape)({ ...doc, [field]: value })
    expect(read).toThrow(new TypeError(`a stored ${field} is none`))
  })

  it('lacks what may be absent, and nothing else', () => {
    expect(thingsOf(shape)(without(doc, 'on')).on).toBeUndefined()
    const withoutParts = without(doc, 'parts')
    expect(() => thingsOf(shape)(withoutParts)).toThrow('a stored parts is none')
    // What was kept before a field was there says what it was then.
    expect(thingsOf(shape, { parts: [] })(withoutParts).parts).toEqual([])
    expect(thingsOf(shape, { parts: ['x'] })(doc).parts).toEqual([])
  })

  it('is no row where it is no object', () => {
    expect(() => rowsOf(shape)('text')).toThrow('a stored row is none')
  })
})

/** None of these compiles: a shape that says otherwise than the type is no shape of it. */
type WithoutLater = Omit<Shape<Kept>, 'later'>
const withoutLater: WithoutLater = shape
// @ts-expect-error a field is left out
const leftOut: Shape<Kept> = withoutLater
// @ts-expect-error a number is no text
const another: Shape<Kept> = { ...shape, count: 'text' }
// @ts-expect-error a field that may be null must say so
const neverNull: Shape<Kept> = { ...shape, on: 'text' }
// @ts-expect-error a field that is always there may not be left out
const sometimes: Shape<Kept> = { ...shape, count: orNone('number') }

test('the compiler holds each shape to its type', () => {
  expect([leftOut, another, neverNull, sometimes]).toHaveLength(4)
})
