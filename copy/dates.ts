import { daysBetween, type IsoDay, yearOf } from '@/domain/calendar/day'

/** Days in words. No `Intl`: phones differ and some have none. */

const parts = (day: IsoDay) => day.split('-').map(Number) as [number, number, number]

/** `2020年12月31日` */
export const fullDay = (day: IsoDay): string => {
  const [year, month, date] = parts(day)
  return `${year}年${month}月${date}日`
}

/** `3月6日`; with the year when it is not this one. */
export const shortDay = (day: IsoDay, today: IsoDay): string => {
  const [, month, date] = parts(day)
  return yearOf(day) === yearOf(today) ? `${month}月${date}日` : fullDay(day)
}

/** `还有17天`, `今天到期`, `超期2天` */
export const daysLeft = (due: IsoDay, today: IsoDay): string => {
  const days = daysBetween(today, due)
  if (days > 0) return `还剩${days}天`
  return days === 0 ? '今天到期' : `超期${-days}天`
}

/** `2月17日18:20`, from the instant's Beijing day and time. */
export const clockTime = (epochMs: number): string => {
  const beijing = new Date(epochMs + 8 * 3_600_000)
  const minutes = String(beijing.getUTCMinutes()).padStart(2, '0')
  return `${beijing.getUTCMonth() + 1}月${beijing.getUTCDate()}日${beijing.getUTCHours()}:${minutes}`
}
