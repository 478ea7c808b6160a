import { clockTime, dayFrom, fullDay, monthDay, moment } from '@/copy/moment'

describe('days and times as people read them', () => {
  it('writes a day without leading zeros, and the year only when it is another one', () => {
    expect(monthDay('2020-03-06')).toBe('3月6日')
    expect(fullDay('2019-12-31')).toBe('2019年12月31日')
    expect(dayFrom('2020-01-01', '2020-12-31')).toBe('12月31日')
    expect(dayFrom('2020-01-01', '2019-12-31')).toBe('2019年12月31日')
  })

  it('reads an instant in Beijing, on both sides of midnight there', () => {
    expect(moment(Date.parse('2020-02-17T18:20:00+08:00'))).toBe('2月17日18:20')
    expect(moment(Date.parse('2020-02-17T23:59:59+08:00'))).toBe('2月17日23:59')
    expect(moment(Date.parse('2020-02-18T00:00:00+08:00'))).toBe('2月18日00:00')
    expect(clockTime(Date.parse('2020-02-18T08:05:00+08:00'))).toBe('08:05')
  })
})
