import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/**
 * A calendar day in Beijing time, written `YYYY-MM-DD`.
 *
 * Deadlines in published lists are days, not instants: "whole day, Beijing time".
 * Comparing two days as strings is comparing them in time.
 */
export type IsoDay = string

const beijingOffsetHours = 8
const written = (day: Dayjs): IsoDay => day.toISOString().slice(0, 10)
const isoDay = /^\d{4}-\d{2}-\d{2}$/

/**
 * Only ever `dayjs.utc(value)`: the domain has no clock, and a day is the same day whatever the
 * zone of the machine. dayjs itself would read 30 February, month 13 and `2020-6-5`.
 */
const dayOf = (day: IsoDay): Dayjs => {
  if (!isoDay.test(day)) throw new RangeError(`not a day: ${day}`)
  return dayjs.utc(day)
}

/** More days than any process of ours reckons with; far fewer than an input could name. */
const MOST_KEPT = 20_000

/** Answers from what was asked before: rules walk over the same few thousand days for every task. */
const kept = <K, V>(of: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = of(key)
    if (known.size >= MOST_KEPT) known.clear()
    known.set(key, value)
    return value
  }
}

const firstDay = dayjs.utc(0)
/** Days since 1 January 1970; of a day that does not exist that of the day it runs over into. */
const ordinalOf = kept((day: IsoDay): number => dayOf(day).diff(firstDay, 'day'))
const dayAt = kept((ordinal: number): IsoDay => written(firstDay.add(ordinal, 'day')))

const inBeijing = (epochMs: number): Dayjs => dayjs.utc(epochMs).add(beijingOffsetHours, 'hour')

/** True only for a day that exists: `2021-02-29` is false. */
export const isIsoDay = (value: string): value is IsoDay =>
  isoDay.test(value) && dayAt(ordinalOf(value)) === value

/** The Beijing day that holds an instant (epoch milliseconds). */
export const beijingDay = (epochMs: number): IsoDay => written(inBeijing(epochMs))

/** The hour 0–23 in Beijing of an instant (epoch milliseconds). */
export const beijingHour = (epochMs: number): number => inBeijing(epochMs).hour()

/** The time in Beijing of an instant (epoch milliseconds), written `HH:mm`. */
export const beijingTime = (epochMs: number): string => inBeijing(epochMs).format('HH:mm')

/** Epoch milliseconds of a Beijing day at an hour (0 by default). */
export const beijingInstant = (day: IsoDay, hour = 0): number =>
  dayOf(day)
    .add(hour - beijingOffsetHours, 'hour')
    .valueOf()

/** `days` may be negative. */
export const addDays = (day: IsoDay, days: number): IsoDay => dayAt(ordinalOf(day) + days)

/** The same day `months` later; the month's last day when that day does not exist there. */
export const addMonths = (day: IsoDay, months: number): IsoDay =>
  written(dayOf(day).add(months, 'month'))

/** Days from `from` to `to`; positive when `to` is later. */
export const daysBetween = (from: IsoDay, to: IsoDay): number => ordinalOf(to) - ordinalOf(from)

/** Day of the week, 1 for Monday to 7 for Sunday. */
export const weekdayOf: (day: IsoDay) => number = kept((day) => dayOf(day).day() || 7)

/** The Monday of a day's week. */
export const mondayOf = (day: IsoDay): IsoDay => addDays(day, 1 - weekdayOf(day))

export const yearOf = (day: IsoDay): number => Number(day.slice(0, 4))

/** 1–12. */
export const monthOf = (day: IsoDay): number => Number(day.slice(5, 7))

/** 1–31. */
export const dayOfMonth = (day: IsoDay): number => Number(day.slice(8, 10))

/** Last day of the month that holds a day. */
export const endOfMonth = (day: IsoDay): IsoDay => written(dayOf(day).endOf('month'))

/** Last day of the month a list means by "2020年12月(底)(前)". `month` is 1–12. */
export const lastDayOfMonth = (year: number, month: number): IsoDay =>
  endOfMonth(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)

export const earliest = (days: readonly (IsoDay | null)[]): IsoDay | null =>
  days.reduce<IsoDay | null>((best, day) => (day && (!best || day < best) ? day : best), null)

export const latest = (days: readonly (IsoDay | null)[]): IsoDay | null =>
  days.reduce<IsoDay | null>((best, day) => (day && (!best || day > best) ? day : best), null)
