import { addWorkingDays, countWorkingDays, noticeEnd } from '@/domain/calendar/work-calendar'
import { calendarOf, weekends } from '../calendars'

/** National Day 2018: 1–7 October off, 29 and 30 September worked at the weekend. */
const nationalDay2018 = calendarOf({
  holidays: ['2018-10-01', '2018-10-02', '2018-10-03', '2018-10-04', '2018-10-05'],
  makeUp: ['2018-09-29', '2018-09-30'],
})

describe('working days', () => {
  it('do not count the day on which the period begins', () => {
    expect(addWorkingDays('2018-06-04', 1, weekends).on).toBe('2018-06-05')
    expect(addWorkingDays('2018-06-04', 0, weekends).on).toBe('2018-06-04')
  })

  it('pass over weekends', () => {
    expect(addWorkingDays('2018-06-01', 1, weekends).on).toBe('2018-06-04')
    expect(addWorkingDays('2018-06-02', 1, weekends).on).toBe('2018-06-04')
  })

  it('pass over holidays and count make-up workdays', () => {
    expect(addWorkingDays('2018-09-28', 2, nationalDay2018).on).toBe('2018-09-30')
    expect(addWorkingDays('2018-09-28', 3, nationalDay2018).on).toBe('2018-10-08')
  })

  it('are provisional once an unpublished year is on the way, and not before', () => {
    const until2018 = calendarOf({}, (year) => year <= 2018)
    expect(addWorkingDays('2018-12-27', 2, until2018)).toEqual({
      on: '2018-12-31',
      provisional: false,
    })
    expect(addWorkingDays('2018-12-27', 3, until2018)).toEqual({
      on: '2019-01-01',
      provisional: true,
    })
  })

  it('are counted with both ends, and are none backwards', () => {
    expect(countWorkingDays('2018-06-01', '2018-06-04', weekends)).toBe(2)
    expect(countWorkingDays('2018-06-02', '2018-06-03', weekends)).toBe(0)
    expect(countWorkingDays('2018-06-04', '2018-06-01', weekends)).toBe(0)
  })
})

describe('a public notice of 10 working days', () => {
  it('counts the day on which it begins', () => {
    expect(noticeEnd('2018-06-04', 10, weekends).on).toBe('2018-06-15')
  })

  it('does not count a first day that is not worked', () => {
    expect(noticeEnd('2018-06-03', 10, weekends).on).toBe('2018-06-15')
  })

  it('counts make-up workdays', () => {
    expect(noticeEnd('2018-09-28', 3, nationalDay2018).on).toBe('2018-09-30')
    expect(noticeEnd('2018-09-28', 4, nationalDay2018).on).toBe('2018-10-08')
  })
})
