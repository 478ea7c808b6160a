import {
  addDays,
  addMonths,
  beijingDay,
  beijingHour,
  beijingInstant,
  beijingTime,
  daysBetween,
  earliest,
  endOfMonth,
  isIsoDay,
  lastDayOfMonth,
  latest,
  weekdayOf,
} from '@/domain/calendar/day'
import { midway } from '@/domain/calendar/period'

describe('a Beijing day', () => {
  it('begins at 16:00 UTC of the day before', () => {
    expect(beijingDay(Date.UTC(2018, 5, 1, 15, 59, 59, 999))).toBe('2018-06-01')
    expect(beijingDay(Date.UTC(2018, 5, 1, 16, 0, 0, 0))).toBe('2018-06-02')
  })

  it('has its hours in Beijing whatever the zone of the machine', () => {
    expect(beijingHour(Date.UTC(2018, 5, 1, 16, 30))).toBe(0)
    expect(beijingHour(beijingInstant('2018-06-01', 21))).toBe(21)
    expect(beijingDay(beijingInstant('2018-06-01'))).toBe('2018-06-01')
    expect(beijingDay(beijingInstant('2018-06-01') - 1)).toBe('2018-05-31')
  })

  it('is reckoned the same however many days were asked before', () => {
    const wrong: string[] = []
    // Seventy years, there and back: more than is kept in mind at once.
    for (const ordinal of [...Array(25_600).keys(), ...[...Array(25_600).keys()].reverse()]) {
      const moment = new Date(Date.UTC(1990, 0, 1 + ordinal))
      const day = moment.toISOString().slice(0, 10)
      const isRight =
        addDays('1990-01-01', ordinal) === day &&
        daysBetween('1990-01-01', day) === ordinal &&
        weekdayOf(day) === (moment.getUTCDay() || 7)
      if (!isRight) wrong.push(day)
    }
    expect(wrong).toEqual([])
  })

  it('exists or is refused', () => {
    expect(isIsoDay('2020-02-29')).toBe(true)
    expect(isIsoDay('2021-02-29')).toBe(false)
    expect(isIsoDay('2021-2-9')).toBe(false)
    expect(isIsoDay('')).toBe(false)
  })

  it.each([
    ['30 February', '2020-02-30'],
    ['a month 13', '2020-13-01'],
    ['a month 0', '2020-00-10'],
    ['a day 0', '2020-06-00'],
    ['digits left out', '2020-6-5'],
    ['a year of two digits', '99-06-05'],
    ['the year 99, which the library takes for 1999', '0099-06-05'],
    ['an instant', '2020-06-05T00:00:00Z'],
    ['a line behind it', '2020-06-05\n'],
  ])('is none with %s', (_what, value) => {
    expect(isIsoDay(value)).toBe(false)
  })

  it.each(['soon', '2020-6-5', '20200605', '2020-06-05T00:00', ''])(
    'is never counted from %p',
    (value) => {
      expect(() => addDays(value, 1)).toThrow(RangeError)
      expect(() => addMonths(value, 1)).toThrow(RangeError)
      expect(() => daysBetween('2020-06-05', value)).toThrow(RangeError)
      expect(() => beijingInstant(value)).toThrow(RangeError)
      expect(() => weekdayOf(value)).toThrow(RangeError)
    },
  )

  it('counts over months, years and leap days in both directions', () => {
    expect(addDays('2019-12-31', 1)).toBe('2020-01-01')
    expect(addDays('2020-03-01', -1)).toBe('2020-02-29')
    expect(daysBetween('2018-12-01', '2019-01-16')).toBe(46)
    expect(daysBetween('2019-01-16', '2018-12-01')).toBe(-46)
  })

  it('moves by months over the turn of the year, to the last day of a shorter one', () => {
    expect(addMonths('2018-11-30', 3)).toBe('2019-02-28')
    expect(addMonths('2018-12-15', 1)).toBe('2019-01-15')
    expect(addMonths('2019-01-15', -1)).toBe('2018-12-15')
    expect(addMonths('2020-02-29', 12)).toBe('2021-02-28')
  })

  it('has a weekday from Monday 1 to Sunday 7', () => {
    expect(['2018-06-04', '2018-06-05', '2018-06-09', '2018-06-10'].map(weekdayOf)).toEqual([
      1, 2, 6, 7,
    ])
  })

  it('has its time in Beijing', () => {
    expect(beijingTime(Date.UTC(2018, 5, 1, 16, 5))).toBe('00:05')
    expect(beijingTime(beijingInstant('2018-06-01', 21))).toBe('21:00')
  })

  it('is the last of its month where a list says 12月底', () => {
    expect(lastDayOfMonth(2020, 12)).toBe('2020-12-31')
    expect(lastDayOfMonth(2020, 2)).toBe('2020-02-29')
    expect(lastDayOfMonth(2021, 2)).toBe('2021-02-28')
    expect(endOfMonth('2020-02-01')).toBe('2020-02-29')
    expect(endOfMonth('2020-12-31')).toBe('2020-12-31')
  })

  it('passes over missing days when the earliest or latest is asked', () => {
    expect(earliest([null, '2019-01-02', '2019-01-01'])).toBe('2019-01-01')
    expect(latest([null, '2019-01-02', '2019-01-01'])).toBe('2019-01-02')
    expect(earliest([null])).toBeNull()
    expect(latest([])).toBeNull()
  })

  it('halves a span towards the earlier day', () => {
    expect(midway('2018-06-01', '2018-06-05')).toBe('2018-06-03')
    expect(midway('2018-06-01', '2018-06-04')).toBe('2018-06-02')
    expect(midway('2018-06-01', '2018-06-01')).toBe('2018-06-01')
  })
})
