/**
 * A calendar day in Beijing time, written `YYYY-MM-DD`.
 *
 * Deadlines in published lists are days, not instants: "whole day, Beijing time".
 * Comparing two days as strings is comparing them in time.
 */
export type IsoDay = string

const BEIJING_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

const toUtc = (day: IsoDay): number => {
  const match = ISO_DAY.exec(day)
  if (!match) throw new RangeError(`not a day: ${day}`)
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
}

const fromUtc = (ms: number): IsoDay => new Date(ms).toISOString().slice(0, 10)

/** True only for a day that exists: `2021-02-29` is false. */
export const isIsoDay = (value: string): value is IsoDay =>
  ISO_DAY.test(value) && fromUtc(toUtc(value)) === value

/** The Beijing day that holds an instant (epoch milliseconds). */
export const beijingDay = (epochMs: number): IsoDay => fromUtc(epochMs + BEIJING_OFFSET_MS)

/** The hour 0–23 in Beijing of an instant (epoch milliseconds). */
export const beijingHour = (epochMs: number): number =>
  new Date(epochMs + BEIJING_OFFSET_MS).getUTCHours()

/** Epoch milliseconds of a Beijing day at an hour (0 by default). */
export const beijingInstant = (day: IsoDay, hour = 0): number =>
  toUtc(day) - BEIJING_OFFSET_MS + hour * 3_600_000

/** `days` may be negative. */
export const addDays = (day: IsoDay, days: number): IsoDay => fromUtc(toUtc(day) + days * DAY_MS)

/** Days from `from` to `to`; positive when `to` is later. */
export const daysBetween = (from: IsoDay, to: IsoDay): number =>
  Math.round((toUtc(to) - toUtc(from)) / DAY_MS)

export const yearOf = (day: IsoDay): number => Number(day.slice(0, 4))

/** Last day of the month a list means by "2020年12月(底)(前)". `month` is 1–12. */
export const lastDayOfMonth = (year: number, month: number): IsoDay =>
  fromUtc(Date.UTC(year, month, 0))

export const earliest = (days: readonly (IsoDay | null)[]): IsoDay | null =>
  days.reduce<IsoDay | null>((best, day) => (day && (!best || day < best) ? day : best), null)

export const latest = (days: readonly (IsoDay | null)[]): IsoDay | null =>
  days.reduce<IsoDay | null>((best, day) => (day && (!best || day > best) ? day : best), null)
