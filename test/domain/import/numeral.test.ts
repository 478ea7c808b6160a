import { readDigits, readNumeral } from '@/domain/import/numeral'

describe('a number as it is printed', () => {
  it.each([
    ['12', 12],
    ['十二', 12],
    ['二十', 20],
    ['二十七', 27],
    ['百', 100],
    ['一百零三', 103],
    ['两百', 200],
    ['一〇三', 103],
  ])('%s is %d', (printed, number) => {
    expect(readNumeral(printed)).toBe(number)
  })

  it.each(['', '十里', '第十', '东', '1234567890'])('%j is none', (printed) => {
    expect(readNumeral(printed)).toBeNull()
  })

  it('is read figure by figure in a year', () => {
    expect(readDigits('二零二一')).toBe(2021)
    expect(readDigits('二〇二一')).toBe(2021)
    expect(readDigits('二零2一')).toBeNull()
    expect(readDigits('')).toBeNull()
  })
})
