import { noticeEnd, type WorkCalendar, type WorkingDayResult } from '../calendar/work-calendar'
import type { IsoDay } from '../calendar/day'

/** 公示: from its first day, for so many working days; the start day counts. */
export interface PublicNotice {
  readonly from: IsoDay
  readonly workingDays: number
}

/**
 * The last day of a notice as the published calendars count it now. While a year on the way is not
 * published it is provisional, and the notice does not end: it waits for that calendar.
 */
export const lastDayOf = (
  { from, workingDays }: PublicNotice,
  calendar: WorkCalendar,
): WorkingDayResult => noticeEnd(from, workingDays, calendar)

/** True from the day after the last day on. */
export const isNoticeOver = (
  notice: PublicNotice,
  today: IsoDay,
  calendar: WorkCalendar,
): boolean => {
  const last = lastDayOf(notice, calendar)
  return !last.provisional && today > last.on
}
