import { reportNumbers } from '@/domain/feedback/report-number'

const numbers = reportNumbers('2019-11-18', (label) =>
  label === '3 0' ? '0000001f003e00000000' : '0001000200030004000a',
)

describe('the numbers that a report may get', () => {
  it('are of its day, of three letters first and of five last', () => {
    expect(numbers).toHaveLength(12)
    expect(numbers.map((number) => number.split('-')[2]!.length)).toEqual(
      [3, 4, 5].flatMap((length) => Array.from({ length: 4 }, () => length)),
    )
    for (const number of numbers) expect(number).toMatch(/^2019-1118-[2-9A-HJKMNP-Z]{3,5}$/)
  })

  it('read the chance figure by figure, over the end of the letters too', () => {
    // 0, 31 and 62 are the first of 31 letters.
    expect(numbers[0]).toBe('2019-1118-222')
    expect(numbers[1]).toBe('2019-1118-345')
    expect(numbers.at(-1)).toBe('2019-1118-3456C')
  })
})
