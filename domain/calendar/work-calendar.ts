import { addDays, type IsoDay, mondayOf, yearOf } from './day'

/**
 * Which days are worked. Built outside the domain from the published holiday notices
 * (State Council), because they are data that arrives year by year.
 */
export interface WorkCalendar {
  /** Make-up workdays on a weekend are worked; statutory holidays are not. */
  isWorkingDay(day: IsoDay): boolean
  /** False for a year whose holidays are not published: then only weekends are known. */
  isPublished(year: number): boolean
}

/** A due day with the mark 暂定: true when a year on the way is unpublished. */
export interface WorkingDayResult {
  readonly on: IsoDay
  readonly provisional: boolean
}

const walk = (from: IsoDay, days: number, calendar: WorkCalendar, countFirst: boolean) => {
  let on = from
  let left = days
  let provisional = !calendar.isPublished(yearOf(on))
  if (countFirst && calendar.isWorkingDay(on)) left -= 1
  while (left > 0) {
    on = addDays(on, 1)
    if (!calendar.isPublished(yearOf(on))) provisional = true
    if (calendar.isWorkingDay(on)) left -= 1
  }
  return { on, provisional }
}

/** The day `days` working days after `from`; `from` itself is not counted (民法典 201). */
export const addWorkingDays = (
  from: IsoDay,
  days: number,
  calendar: WorkCalendar,
): WorkingDayResult => walk(from, days, calendar, false)

/**
 * The last day up to which every year from that of `today` on is published; null when not even
 * that one is.
 */
export const publishedUntil = (today: IsoDay, calendar: WorkCalendar): IsoDay | null => {
  let year = yearOf(today)
  while (calendar.isPublished(year)) year += 1
  return year === yearOf(today) ? null : `${year - 1}-12-31`
}

/** Last day of a public notice: the start day counts when it is worked. */
export const noticeEnd = (from: IsoDay, days: number, calendar: WorkCalendar): WorkingDayResult =>
  walk(from, days, calendar, true)

/** `day` itself when it is worked, else the next worked day. */
export const firstWorkingDay = (day: IsoDay, calendar: WorkCalendar): IsoDay =>
  calendar.isWorkingDay(day) ? day : firstWorkingDay(addDays(day, 1), calendar)

/** `day` itself when it is worked, else the last worked day before it. */
export const lastWorkingDay = (day: IsoDay, calendar: WorkCalendar): IsoDay =>
  calendar.isWorkingDay(day) ? day : lastWorkingDay(addDays(day, -1), calendar)

/** True on the first working day of a week that begins on Monday. */
export const opensTheWeek = (day: IsoDay, calendar: WorkCalendar): boolean =>
  calendar.isWorkingDay(day) && countWorkingDays(mondayOf(day), day, calendar) === 1

/** Working days in the closed span `from`…`to`; 0 when `to` is earlier. */
export const countWorkingDays = (from: IsoDay, to: IsoDay, calendar: WorkCalendar): number => {
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count += 1
  return count
}
