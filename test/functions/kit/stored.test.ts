import {
  storedNumber,
  storedOneOf,
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
  })

  it.each<[string, () => unknown]>([
    ['a number for text', () => storedText(1)],
    ['nothing for text', () => storedText(undefined)],
    ['text for a number', () => storedNumber('1')],
    ['a number for text or nothing', () => storedTextOrNull(1)],
    ['another choice', () => storedOneOf(['a', 'b'], 'c')],
    ['text for a list', () => storedTexts('a')],
    ['a number in a list', () => storedTexts(['a', 1])],
  ])('ends the call where it is %s, and is not told', (_, read) => {
    expect(read).toThrow(/^a stored (text|number|choice|list) is none$/)
  })
})
