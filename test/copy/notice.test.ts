import { noticeWords } from '@/copy/notice'

describe('how a notice stands', () => {
  it('is counted in working days until it is over', () => {
    expect(noticeWords.head(1, '2019-11-29')).toBe('公示中，还剩1个工作日')
    expect(noticeWords.head(0, '2019-11-29')).toBe('公示已满')
  })

  it('names no days while a calendar is awaited, however many have passed', () => {
    for (const daysLeft of [0, 3])
      expect(noticeWords.head(daysLeft, null)).toBe('公示中，等放假安排公布')
  })
})
