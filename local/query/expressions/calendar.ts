const DAY = 86_400_000

/** A date whose UTC fields are the wall clock of some zone. */
export type WallClock = Date

export interface IsoWeek {
  year: number
  week: number
  /** 1 is Monday. */
  day: number
}

/** Midnight of a day as UTC milliseconds. Months and days beyond their range carry over. */
export function midnight(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime()
}

export const dayOfYear = (date: WallClock): number =>
  Math.round(
    (midnight(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) -
      midnight(date.getUTCFullYear(), 1, 1)) /
      DAY,
  ) + 1

/** Weeks begin on Sundays; days before the first Sunday are in week 0. */
export const weekOfYear = (date: WallClock): number =>
  Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7)

const isoDayOf = (date: WallClock): number => ((date.getUTCDay() + 6) % 7) + 1

/** ISO 8601: weeks begin on Mondays, and week 1 holds the year's first Thursday. */
export function isoWeekOf(date: WallClock): IsoWeek {
  const day = isoDayOf(date)
  const today = midnight(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
  const thursday = new Date(today + (4 - day) * DAY)
  return {
    year: thursday.getUTCFullYear(),
    week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1,
    day,
  }
}

/** Midnight of a day by its ISO week; weeks and days beyond their range carry over. */
export function isoMidnight(year: number, week: number, day: number): number {
  const fourth = midnight(year, 1, 4)
  const monday = fourth - (isoDayOf(new Date(fourth)) - 1) * DAY
  return monday + ((week - 1) * 7 + (day - 1)) * DAY
}
