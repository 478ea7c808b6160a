import { numberSortKey } from '@/cloudfunctions/_stores/sort-key'

const sorted = (numbers: readonly string[]) =>
  [...numbers].sort((a, b) => (numberSortKey(a, 'id') < numberSortKey(b, 'id') ? -1 : 1))

describe('the order of numbers in a ledger', () => {
  it.each([
    [['省27-1', '省27-2', '省27-10', '省35-2']],
    [['一', '二', '三', '七', '九', '十', '十一', '二十', '二十七', '一百零三']],
    [['1', '2', '9', '10', '103']],
    [['中8-1', '中8-2', '中36-1']],
  ])('is the one people count in: %p', (numbers) => {
    expect(sorted([...numbers].reverse())).toEqual(numbers)
  })
})
