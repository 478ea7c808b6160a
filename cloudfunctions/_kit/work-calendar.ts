import { getHolidaysInRange, isWorkday } from 'chinese-days'
import type { IsoDay } from '@/domain/calendar/day'
import type { WorkCalendar } from '@/domain/calendar/work-calendar'

const published = new Map<number, boolean>()

/** National Day is in every published year: a year without it is not published yet. */
const hasHolidays = (year: number): boolean =>
  getHolidaysInRange(`${year}-10-01`, `${year}-10-03`, false).length > 0

/**
 * The published holidays and make-up workdays of China (State Council notices, 2004 on), as
 * the installed `chinese-days` knows them; in later years only weekends are known.
 */
export const workCalendar: WorkCalendar = {
  isWorkingDay: (day: IsoDay) => isWorkday(day),
  isPublished: (year: number) => {
    const known = published.get(year) ?? hasHolidays(year)
    published.set(year, known)
    return known
  },
}
