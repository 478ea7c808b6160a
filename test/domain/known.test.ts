import { fieldsOf, isKeyOf, keysOf } from '@/domain/known'

const table = { day: 1, month: 2 }

describe('a word of somebody else', () => {
  it('is known where the table has a row for it', () => {
    expect(['day', 'year', '', null, 1].map((word) => isKeyOf(table, word))).toEqual([
      true,
      ...Array<boolean>(4).fill(false),
    ])
  })

  it('is not known by what every object has', () => {
    expect(isKeyOf(table, 'toString')).toBe(false)
    expect(isKeyOf(table, '__proto__')).toBe(false)
  })
})

test('the names of a table stand in its order', () => {
  expect(keysOf(table)).toEqual(['day', 'month'])
})

test('what has no fields has none, whatever it is', () => {
  expect([null, undefined, 'text', 7].map(fieldsOf)).toEqual([{}, {}, {}, {}])
  expect(fieldsOf({ code: 'X' }).code).toBe('X')
})
