import {
  beijingDay,
  beijingTime,
  dayOfMonth,
  type IsoDay,
  monthOf,
  yearOf,
} from '@/domain/calendar/day'

/** 3月6日. No `Intl` in the mini-program. */
export const monthDay = (day: IsoDay) => `${monthOf(day)}月${dayOfMonth(day)}日`

/** 2020年12月31日. */
export const fullDay = (day: IsoDay) => `${yearOf(day)}年${monthDay(day)}`

const provisionally = (provisional: boolean) => (provisional ? '（暂定）' : '')

/** 2027年1月6日（暂定） where it rests on a calendar that is not published yet. */
export const fullDueDay = (day: IsoDay, provisional: boolean) =>
  `${fullDay(day)}${provisionally(provisional)}`

/** The year is said only when it is not this year's. */
export const dayFrom = (today: IsoDay, day: IsoDay) =>
  yearOf(day) === yearOf(today) ? monthDay(day) : fullDay(day)

/**
 * 最迟3月6日; a day that is over reads as past: 原定3月6日. A day that rests on a calendar which
 * is not published yet says so.
 * @param done nothing is owed on that day any more, as of a task that is closed
 */
export const dueDay = (day: IsoDay, today: IsoDay, provisional: boolean, done = false) =>
  `${day < today || done ? '原定' : '最迟'}${dayFrom(today, day)}${provisionally(provisional)}`

/** 原定3月6日，延期至6月30日. */
export const movedDays = (from: string, to: string) => `原定${from}，延期至${to}`

/** 原定3月6日，反弹后重新整改到6月30日. */
export const reopenedDays = (from: string, to: string) => `原定${from}，反弹后重新整改到${to}`

/** 21:46, Beijing time, of an instant in epoch milliseconds. */
export const clockTime = (at: number) => beijingTime(at)

/** 2月17日18:20, Beijing time. */
export const moment = (at: number) => `${monthDay(beijingDay(at))}${clockTime(at)}`
