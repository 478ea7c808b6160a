const pad = (number: number): string => String(number).padStart(2, '0')
export const isoDay = (year: number, month: number, day: number): string =>
  `${year}-${pad(month)}-${pad(day)}`

export function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export const isCalendarDay = (year: number, month: number, day: number): boolean =>
  year >= 1990 &&
  year <= 2099 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= lastDayOf(year, month)

/** Days since 1970-01-01 of an ISO day. */
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
export const isoOf = (day: number): string => {
  const date = new Date(day * 86_400_000)
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** The same day some months later, or that month's last day. */
export function monthsLater(iso: string, months: number): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  return isoDay(y, m, Math.min(day, lastDayOf(y, m)))
}

/** Longer than any period that is counted in working days. */
const mostDays = 800

/**
 * The day some working days after (or, with a negative count, before) a day that is not counted
 * itself; null without a calendar or for a count that no list prints.
 */
export function workingDaysLater(
  iso: string,
  count: number,
  isWorkingDay: ((day: string) => boolean) | undefined,
): string | null {
  if (!isWorkingDay || Math.abs(count) > mostDays / 2) return null
  const step = Math.sign(count)
  let day = dayNumber(iso)
  for (let left = Math.abs(count), gone = 0; left > 0; gone += 1) {
    if (gone > mostDays) return null
    day += step
    if (isWorkingDay(isoOf(day))) left -= 1
  }
  return isoOf(day)
}

/** First days of the lunar year (春节), from the published holiday calendars. */
const springFestivals: Record<number, string> = {
  2015: '02-19',
  2016: '02-08',
  2017: '01-28',
  2018: '02-16',
  2019: '02-05',
  2020: '01-25',
  2021: '02-12',
  2022: '02-01',
  2023: '01-22',
  2024: '02-10',
  2025: '01-29',
  2026: '02-17',
  2027: '02-06',
  2028: '01-26',
  2029: '02-13',
  2030: '02-03',
}

const feasts: [words: RegExp, day: (year: number) => string | undefined][] = [
  [/春节|农历新年/, (year) => springFestivals[year] && `${year}-${springFestivals[year]}`],
  [/元旦/, (year) => `${year}-01-01`],
  [/五一|劳动节/, (year) => `${year}-05-01`],
  [/七一/, (year) => `${year}-07-01`],
  [/国庆|十一/, (year) => `${year}-10-01`],
]

/** The day before a feast of a year: a proposal for 春节前, 国庆前. */
export function eveOf(words: string, year: number): string | null {
  const day = feasts.find(([pattern]) => pattern.test(words))?.[1](year)
  return day ? isoOf(dayNumber(day) - 1) : null
}
