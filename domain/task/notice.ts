import { addDays, type IsoDay, mondayOf } from '../calendar/day'
import { noticeEnd, type WorkCalendar, type WorkingDayResult } from '../calendar/work-calendar'

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

/** One day of the drawn calendar. */
export interface NoticeDay {
  readonly on: IsoDay
  readonly worked: boolean
  /** Which working day of the notice it is; null for a day that does not count. */
  readonly nth: number | null
}

/** Whole weeks, from the Monday before the first day to the Sunday after the last. */
export const daysOfNotice = (notice: PublicNotice, calendar: WorkCalendar): NoticeDay[] => {
  const last = lastDayOf(notice, calendar).on
  const days: NoticeDay[] = []
  let nth = 0
  for (let on = mondayOf(notice.from); on <= addDays(mondayOf(last), 6); on = addDays(on, 1)) {
    const worked = calendar.isWorkingDay(on)
    const counts = worked && on >= notice.from && on <= last
    if (counts) nth += 1
    days.push({ on, worked, nth: counts ? nth : null })
  }
  return days
}
