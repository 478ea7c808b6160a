import { daysBetween, type IsoDay } from '../calendar/day'
import type { Refusal } from '../refusal'
import type { MeasureDate, TimelineAgreement } from './timeline'

type Terms = Pick<TimelineAgreement, 'measures' | 'latestOn'>

/** Exactly one date for each measure. */
const whyNotComplete = (dates: readonly MeasureDate[], { measures }: Terms): Refusal | null => {
  const ids = dates.map(({ measureId }) => measureId)
  const isComplete =
    ids.length === measures.length &&
    new Set(ids).size === ids.length &&
    measures.every(({ id }) => ids.includes(id))
  return isComplete ? null : { code: 'TIMELINE.DATE_MISSING', fields: ['dates'] }
}

const fieldsOf = (
  dates: readonly MeasureDate[],
  isWrong: (on: IsoDay) => boolean,
): readonly string[] => dates.flatMap(({ on }, index) => (isWrong(on) ? [`dates.${index}.on`] : []))

/** Why a table of dates may not be offered: incomplete, in the past, or after the deadline. */
export const whyNotDates = (
  dates: readonly MeasureDate[],
  terms: Terms,
  today: IsoDay,
): Refusal | null => {
  const incomplete = whyNotComplete(dates, terms)
  if (incomplete) return incomplete
  const past = fieldsOf(dates, (on) => on < today)
  if (past.length > 0) return { code: 'TIMELINE.DATE_PAST', fields: past }
  const { latestOn } = terms
  const late = latestOn === null ? [] : fieldsOf(dates, (on) => on > latestOn)
  return late.length > 0 ? { code: 'TIMELINE.DATE_AFTER_DEADLINE', fields: late } : null
}

/** True when both tables give every measure the same day, in whatever order. */
export const sameDates = (a: readonly MeasureDate[], b: readonly MeasureDate[]): boolean =>
  a.length === b.length &&
  a.every((date) => b.some(({ measureId, on }) => measureId === date.measureId && on === date.on))

/** 晚46天: days by which `on` is after `than`; negative when earlier, 0 when one is missing. */
export const laterByDays = (on: IsoDay | null, than: IsoDay | null): number =>
  on === null || than === null ? 0 : daysBetween(than, on)

/** One measure's day in a table of dates; null when there is no table or no such day. */
export const dateOf = (
  dates: readonly MeasureDate[] | null | undefined,
  measureId: string,
): IsoDay | null => dates?.find((date) => date.measureId === measureId)?.on ?? null
