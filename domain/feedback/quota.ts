import { beijingDay } from '../calendar/day'
import type { RefusalCode } from '../refusal'

/**
 * How much of one thing is taken in a time: `perHour` in any sixty minutes, `perDay` on one Beijing
 * day, `perMinute` in any minute. What is over waits on the phone; nothing typed is lost.
 */
export interface Quota {
  readonly perMinute?: number
  readonly perHour?: number
  readonly perDay?: number
  /** Said when it is spent. */
  readonly refusal: RefusalCode
}

/**
 * - `report`, `upload`: of one person: 10 an hour and 30 a day. [D, domain 5] An upload is one
 *   announcement, of all the files of one report.
 * - `missedCode`: lookup codes that open nothing, of one caller.
 * - `anonymousReport`, `anonymousUpload`, `missedByNobody`: of all callers together, because
 *   nothing may be kept that comes from who they are.
 */
export const quotas = {
  report: { perHour: 10, perDay: 30, refusal: 'FEEDBACK.TOO_MANY' },
  upload: { perHour: 10, perDay: 30, refusal: 'FEEDBACK.TOO_MANY' },
  missedCode: { perHour: 10, refusal: 'FEEDBACK.TOO_MANY_CODES' },
  anonymousReport: { perMinute: 60, refusal: 'FEEDBACK.TOO_MANY_NOW' },
  anonymousUpload: { perMinute: 60, refusal: 'FEEDBACK.TOO_MANY_NOW' },
  missedByNobody: { perMinute: 60, refusal: 'FEEDBACK.TOO_MANY_CODES' },
} as const satisfies Record<string, Quota>
export type QuotaName = keyof typeof quotas

const minuteMs = 60_000
const minuteOf = (instant: number): number => Math.floor(instant / minuteMs)

/**
 * The minutes (of the epoch) at which something was taken, with one more at `now` and without those
 * that do not count any more; null when the quota is spent.
 *
 * @param now epoch milliseconds
 */
export const takenWith = (
  taken: readonly number[],
  { perMinute, perHour, perDay }: Quota,
  now: number,
): number[] | null => {
  const minute = minuteOf(now)
  const today = beijingDay(now)
  const isWithin = (one: number, minutes: number) => one > minute - minutes
  const isToday = (one: number) => beijingDay(one * minuteMs) === today
  const count = (counts: (one: number) => boolean) => taken.filter(counts).length
  const isSpent =
    count((one) => isWithin(one, 1)) >= (perMinute ?? Infinity) ||
    count((one) => isWithin(one, 60)) >= (perHour ?? Infinity) ||
    count(isToday) >= (perDay ?? Infinity)
  if (isSpent) return null
  const counts = (one: number) =>
    isWithin(one, 1) ||
    (perHour !== undefined && isWithin(one, 60)) ||
    (perDay !== undefined && isToday(one))
  return [...taken.filter(counts), minute]
}
