import { addDays, daysBetween, type IsoDay } from '../calendar/day'
import { type Days, midway } from '../calendar/period'
import { countWorkingDays, type WorkCalendar } from '../calendar/work-calendar'
import { owedKinds } from './kinds'
import type { Obligation } from './obligation'
import { type Audience, type Repeat, stepPlans } from './step-plans'

export type Dated = Pick<Obligation, 'kind' | 'dueOn' | 'madeOn' | 'risesOn'>
export type Counting = Pick<Days, 'calendar' | 'settings'>

/** A step on the day that its plan names, worked or not. */
export interface Nominal {
  readonly name: string
  readonly on: IsoDay
  readonly to: readonly Audience[]
}

export const planOf = ({ kind, madeOn }: Dated, { settings }: Counting) =>
  stepPlans[owedKinds[kind].plan ?? 'reply'](settings.on(madeOn))

/** Steps up to the due day, by day; none lies before the day the obligation was made. */
export const nominalBefore = (dated: Dated, counting: Counting): Nominal[] => {
  const { dueOn, madeOn } = dated
  const plan = planOf(dated, counting)
  const names = new Map<IsoDay, string>()
  const half = midway(madeOn, dueOn)
  // A half that falls on the first day would only repeat the news that the thing is there.
  if (plan.atHalfTime && half > madeOn) names.set(half, 'half')
  for (const days of plan.before) {
    const on = addDays(dueOn, -days)
    // One day, one reminder: the nearer one takes the place of half-time.
    if (on >= madeOn) names.set(on, `before-${days}`)
  }
  return [...names]
    .map(([on, name]) => ({ name, on, to: plan.to(daysBetween(on, dueOn), 0) }))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}

interface Repeated {
  readonly on: IsoDay
  readonly ordinal: number
}

const everyDays = (every: number, start: IsoDay, from: IsoDay, to: IsoDay): Repeated[] => {
  const found: Repeated[] = []
  let ordinal = Math.max(1, Math.ceil(daysBetween(start, from) / every))
  for (let on = addDays(start, ordinal * every); on <= to; on = addDays(on, every)) {
    found.push({ on, ordinal })
    ordinal += 1
  }
  return found
}

const everyWorkingDays = (
  every: number,
  start: IsoDay,
  from: IsoDay,
  to: IsoDay,
  calendar: WorkCalendar,
): Repeated[] => {
  const found: Repeated[] = []
  const first = from > start ? from : addDays(start, 1)
  let passed = countWorkingDays(addDays(start, 1), addDays(first, -1), calendar)
  for (let on = first; on <= to; on = addDays(on, 1)) {
    if (!calendar.isWorkingDay(on)) continue
    passed += 1
    if (passed % every === 0) found.push({ on, ordinal: passed / every })
  }
  return found
}

/** Days of a repeat after `start`, within the closed span `from`…`to`, with their ordinals. */
const repeated = (
  repeat: Repeat,
  start: IsoDay,
  from: IsoDay,
  to: IsoDay,
  calendar: WorkCalendar,
): Repeated[] => {
  if ('on' in repeat)
    return repeat.on
      .map((days, index) => ({ on: addDays(start, days), ordinal: index + 1 }))
      .filter(({ on }) => on >= from && on <= to)
  return repeat.unit === 'day'
    ? everyDays(repeat.every, start, from, to)
    : everyWorkingDays(repeat.every, start, from, to, calendar)
}

/** What the coordinator owes has risen to the city leader, and is told again now and then. */
const nominalRisen = (
  { risesOn, madeOn }: Dated,
  from: IsoDay,
  to: IsoDay,
  { calendar, settings }: Counting,
): Nominal[] => {
  if (risesOn === null) return []
  const repeat = { every: settings.on(madeOn).waitWorkingDays, unit: 'workingDay' } as const
  const again = repeated(repeat, risesOn, from, to, calendar)
  const first = risesOn >= from && risesOn <= to ? [{ on: risesOn, ordinal: 0 }] : []
  return [...first, ...again].map(({ on, ordinal }) => ({
    name: `risen-${ordinal + 1}`,
    on,
    to: ['owner', 'cityLeader'],
  }))
}

/** Steps after the due day on days of the closed span `from`…`to`. */
export const nominalAfter = (
  dated: Dated,
  from: IsoDay,
  to: IsoDay,
  counting: Counting,
): Nominal[] => {
  const plan = planOf(dated, counting)
  const since = from > dated.madeOn ? from : dated.madeOn
  const overdue = plan.after
    ? repeated(plan.after, dated.dueOn, since, to, counting.calendar).map(({ on, ordinal }) => ({
        name: `overdue-${ordinal}`,
        on,
        to: plan.to(daysBetween(on, dated.dueOn), ordinal),
      }))
    : []
  return [...overdue, ...nominalRisen(dated, since, to, counting)]
}
