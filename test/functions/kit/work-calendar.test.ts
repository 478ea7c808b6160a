import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { addDays, type IsoDay } from '@/domain/calendar/day'
import { isWorkday } from 'chinese-days'

const daysOf = (from: IsoDay, to: IsoDay): IsoDay[] => {
  const days: IsoDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

describe('the work calendar', () => {
  test('a weekday in the National Day week is no working day, the make-up Saturday is one', () => {
    expect(workCalendar.isWorkingDay('2019-10-01')).toBe(false)
    expect(workCalendar.isWorkingDay('2019-10-12')).toBe(true)
  })

  test('differs on no day of 2004 to 2026 from what the library says in Beijing', () => {
    const days = daysOf('2004-01-01', '2026-12-31')
    expect(days).toHaveLength(8401)
    expect(days.filter((day) => workCalendar.isWorkingDay(day) !== isWorkday(day))).toEqual([])
  })

  test('an unpublished year knows weekends and 1 January only, and says so', () => {
    expect(workCalendar.isPublished(2019)).toBe(true)
    expect(workCalendar.isPublished(2099)).toBe(false)
    expect(workCalendar.isWorkingDay('2099-10-01')).toBe(true)
    expect(workCalendar.isWorkingDay('2099-10-03')).toBe(false)
  })

  test('1 January is a holiday in every year, published or not', () => {
    const years = Array.from({ length: 60 }, (_, index) => 2004 + index)
    expect(years.filter((year) => workCalendar.isWorkingDay(`${year}-01-01`))).toEqual([])
    // The second is worked where nothing is published and it is no weekend (a Wednesday).
    expect(workCalendar.isWorkingDay('2030-01-02')).toBe(true)
  })
})
