import { beijingDay, type IsoDay } from '@/domain/calendar/day'

const dayMs = 24 * 60 * 60 * 1000
const beijingOffsetMs = 8 * 60 * 60 * 1000
const two = (value: number) => String(value).padStart(2, '0')

/** 3月6日. No `Intl` in the mini-program, so days are cut from the text. */
export const monthDay = (day: IsoDay) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** 2020年12月31日. */
export const fullDay = (day: IsoDay) => `${Number(day.slice(0, 4))}年${monthDay(day)}`

/** The year is said only when it is not this year's. */
export const dayFrom = (today: IsoDay, day: IsoDay) =>
  day.slice(0, 4) === today.slice(0, 4) ? monthDay(day) : fullDay(day)

/** 21:46, Beijing time, of an instant in epoch milliseconds. */
export const clockTime = (at: number) => {
  const minutes = Math.floor(((at + beijingOffsetMs) % dayMs) / 60_000)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** 2月17日18:20, Beijing time. */
export const moment = (at: number) => `${monthDay(beijingDay(at))}${clockTime(at)}`
