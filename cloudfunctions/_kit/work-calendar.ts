import {
  holidays as publishedHolidays,
  workdays as publishedWorkdays,
} from 'chinese-days/dist/chinese-days.json'
import { type IsoDay, weekdayOf, yearOf } from '@/domain/calendar/day'
import type { WorkCalendar } from '@/domain/calendar/work-calendar'

const holidays: ReadonlySet<IsoDay> = new Set(Object.keys(publishedHolidays))
const makeUpDays: ReadonlySet<IsoDay> = new Set(Object.keys(publishedWorkdays))

/** National Day is in every published year: a year without it is not published yet. */
const publishedYears: ReadonlySet<number> = new Set(
  [...holidays].filter((day) => day.endsWith('-10-01')).map(yearOf),
)
const isPublished = (year: number): boolean => publishedYears.has(year)

/** 元旦 is a holiday by law (全国年节及纪念日放假办法), published or not. */
const isHoliday = (day: IsoDay): boolean =>
  isPublished(yearOf(day)) ? holidays.has(day) : day.endsWith('-01-01')

/**
 * The published holidays and make-up workdays of China (State Council notices, 2004 on), as
 * the installed `chinese-days` lists them; of later years only weekends and 1 January are
 * known. The lists and not the library's functions: those read days in the machine's zone.
 */
export const workCalendar: WorkCalendar = {
  isWorkingDay: (day) => makeUpDays.has(day) || (weekdayOf(day) < 6 && !isHoliday(day)),
  isPublished,
}
