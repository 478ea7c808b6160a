import { shownCounts } from '@/domain/opinion/summary'

describe('how many residents said what', () => {
  const counts = (satisfied: number, half: number, unsatisfied: number) => ({
    ...{ satisfied, half, unsatisfied },
  })

  it('is shown where each number is of five or more', () => {
    expect(shownCounts(counts(5, 5, 5))).toEqual(counts(5, 5, 5))
    expect(shownCounts(null)).toBeNull()
  })

  it('is hidden whole where one number is small: the others leave over what is hidden', () => {
    expect(shownCounts(counts(40, 30, 4))).toBeNull()
    expect(shownCounts(counts(4, 30, 40))).toBeNull()
    expect(shownCounts(counts(40, 4, 30))).toBeNull()
  })

  it('of nobody tells as much as of one: all of them said the same', () => {
    expect(shownCounts(counts(40, 0, 30))).toBeNull()
    expect(shownCounts(counts(1, 0, 1))).toBeNull()
  })
})
