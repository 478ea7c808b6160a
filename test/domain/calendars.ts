import { daysBetween, type IsoDay } from '@/domain/calendar/day'
import type { Days } from '@/domain/calendar/period'
import type { WorkCalendar } from '@/domain/calendar/work-calendar'
import { defaultBook } from '@/domain/settings-book'

// 2018-01-01 was a Monday.
const known = new Map<IsoDay, boolean>()
const isWeekend = (day: IsoDay): boolean => {
  const weekday = ((daysBetween('2018-01-01', day) % 7) + 7) % 7
  const answer = known.get(day) ?? weekday > 4
  known.set(day, answer)
  return answer
}

/** A calendar with these holidays on weekdays and these make-up workdays at weekends. */
export const calendarOf = (
  { holidays = [], makeUp = [] }: { holidays?: IsoDay[]; makeUp?: IsoDay[] } = {},
  isPublished: (year: number) => boolean = () => true,
): WorkCalendar => ({
  isWorkingDay: (day) => makeUp.includes(day) || (!isWeekend(day) && !holidays.includes(day)),
  isPublished,
})

export const weekends = calendarOf()

/** Every day is worked: steps are told on the day that their plan names. */
export const everyDay: WorkCalendar = { isWorkingDay: () => true, isPublished: () => true }

export const on = (today: IsoDay, calendar: WorkCalendar = weekends): Days => ({
  today,
  calendar,
  settings: defaultBook,
})
