import {
  addDays,
  beijingDay,
  beijingHour,
  beijingInstant,
  daysBetween,
  earliest,
  isIsoDay,
  lastDayOfMonth,
  latest,
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

  it('exists or is refused', () => {
    expect(isIsoDay('2020-02-29')).toBe(true)
    expect(isIsoDay('2021-02-29')).toBe(false)
    expect(isIsoDay('2021-2-9')).toBe(false)
    expect(isIsoDay('')).toBe(false)
    expect(() => addDays('soon', 1)).toThrow(RangeError)
  })

  it('counts over months, years and leap days in both directions', () => {
    expect(addDays('2019-12-31', 1)).toBe('2020-01-01')
    expect(addDays('2020-03-01', -1)).toBe('2020-02-29')
    expect(daysBetween('2018-12-01', '2019-01-16')).toBe(46)
    expect(daysBetween('2019-01-16', '2018-12-01')).toBe(-46)
  })

  it('is the last of its month where a list says 12月底', () => {
    expect(lastDayOfMonth(2020, 12)).toBe('2020-12-31')
    expect(lastDayOfMonth(2020, 2)).toBe('2020-02-29')
    expect(lastDayOfMonth(2021, 2)).toBe('2021-02-28')
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
