import {
  storedAt,
  storedCount,
  storedCounts,
  storedNumber,
  storedNumbers,
  storedOneOf,
  storedRows,
  storedText,
  storedTextOrNull,
  storedTexts,
} from '@/cloudfunctions/_stores/stored'

describe('a value of a stored document', () => {
  it('is looked at before it is believed', () => {
    expect(storedText('a')).toBe('a')
    expect(storedNumber(0)).toBe(0)
    expect(storedOneOf(['a', 'b'], 'b')).toBe('b')
    expect(storedTexts(['a', ''])).toEqual(['a', ''])
    expect(storedTextOrNull(null)).toBeNull()
    expect(storedTextOrNull(undefined)).toBeNull()
    expect(storedCount(undefined)).toBe(0)
    expect(storedCount(2)).toBe(2)
    expect(storedNumbers([0, 1])).toEqual([0, 1])
    expect([...storedCounts({ a: 1 })]).toEqual([['a', 1]])
    expect([...storedCounts(undefined)]).toEqual([])
    expect(storedRows([{ a: 1 }])).toEqual([{ a: 1 }])
    expect(storedAt({ by: { order: 'a' } }, 'by', 'order')).toBe('a')
    expect(storedAt({ by: 'a' }, 'by', 'order')).toBeUndefined()
    expect(storedAt(undefined, 'by')).toBeUndefined()
  })

  it.each<[string, () => unknown]>([
    ['a number for text', () => storedText(1)],
    ['nothing for text', () => storedText(undefined)],
    ['text for a number', () => storedNumber('1')],
    ['a number for text or nothing', () => storedTextOrNull(1)],
    ['another choice', () => storedOneOf(['a', 'b'], 'c')],
    ['text for a list', () => storedTexts('a')],
    ['a number in a list', () => storedTexts(['a', 1])],
    ['text for a count', () => storedCount('1')],
    ['text among numbers', () => storedNumbers([1, '1'])],
    ['text among counts', () => storedCounts({ a: '1' })],
    ['text for a row', () => storedRows(['a'])],
  ])('ends the call where it is %s, and is not told', (_, read) => {
    expect(read).toThrow(/^a stored (text|number|choice|list|row) is none$/)
  })
})
