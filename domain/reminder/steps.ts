import { addDays, daysBetween, earliest, type IsoDay } from '../calendar/day'
import { type Days, midway } from '../calendar/period'
import {
  countWorkingDays,
  firstWorkingDay,
  lastWorkingDay,
  type WorkCalendar,
} from '../calendar/work-calendar'
import type { Obligation } from './obligation'
import { type Audience, audiences, type Repeat, stepPlans } from './step-plans'

/** One reminder of one obligation, on the working day on which it is told. */
export interface Step {
  /** Holds the ordinal: `before-3`, `half`, `overdue-2`, `risen-1`. */
  readonly name: string
  /** Steps that meet this one on its day: they count as told with it. */
  readonly with: readonly string[]
  readonly on: IsoDay
  /** Days from `on` until the due day; negative after it. */
  readonly daysLeft: number
  readonly to: readonly Audience[]
}

export type Dated = Pick<Obligation, 'kind' | 'dueOn' | 'madeOn' | 'risesOn'>
export type Counting = Pick<Days, 'calendar' | 'settings'>

/** A step on the day that its plan names, worked or not. */
interface Nominal {
  readonly name: string
  readonly on: IsoDay
  readonly to: readonly Audience[]
}

const planOf = ({ kind }: Dated, { settings }: Counting) => stepPlans[kind](settings)

/** Steps up to the due day, by day; none lies before the day the obligation was made. */
const nominalBefore = (dated: Dated, counting: Counting): Nominal[] => {
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

/** Days of a repeat after `start`, within the closed span `from`…`to`, with their ordinals. */
const repeated = (
  repeat: Repeat,
  start: IsoDay,
  from: IsoDay,
  to: IsoDay,
  calendar: WorkCalendar,
): { readonly on: IsoDay; readonly ordinal: number }[] => {
  if ('on' in repeat)
    return repeat.on
      .map((days, index) => ({ on: addDays(start, days), ordinal: index + 1 }))
      .filter(({ on }) => on >= from && on <= to)
  const first = from > start ? from : addDays(start, 1)
  const isWorked = repeat.unit === 'workingDay'
  let passed = isWorked
    ? countWorkingDays(addDays(start, 1), addDays(first, -1), calendar)
    : daysBetween(start, first) - 1
  const found = []
  for (let on = first; on <= to; on = addDays(on, 1)) {
    if (isWorked && !calendar.isWorkingDay(on)) continue
    passed += 1
    if (passed % repeat.every === 0) found.push({ on, ordinal: passed / repeat.every })
  }
  return found
}

/** What the coordinator owes has risen to the city leader, and is told again now and then. */
const nominalRisen = (
  { risesOn }: Dated,
  from: IsoDay,
  to: IsoDay,
  { calendar, settings }: Counting,
): Nominal[] => {
  if (risesOn === null) return []
  const repeat = { every: settings.waitWorkingDays, unit: 'workingDay' } as const
  const again = repeated(repeat, risesOn, from, to, calendar)
  const first = risesOn >= from && risesOn <= to ? [{ on: risesOn, ordinal: 0 }] : []
  return [...first, ...again].map(({ on, ordinal }) => ({
    name: `risen-${ordinal + 1}`,
    on,
    to: ['owner', 'cityLeader'],
  }))
}

/** Steps after the due day on days of the closed span `from`…`to`. */
const nominalAfter = (dated: Dated, from: IsoDay, to: IsoDay, counting: Counting): Nominal[] => {
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

/**
 * The working day on which a step is told: a step up to the due day that falls on a holiday
 * goes with the last working day before it, an overdue step with the first one after it. What
 * was made in that holiday itself goes with the first working day after.
 */
const toldOn = (on: IsoDay, { dueOn, madeOn }: Dated, { calendar }: Counting): IsoDay => {
  if (on > dueOn) return firstWorkingDay(on, calendar)
  const before = lastWorkingDay(on, calendar)
  return before >= madeOn ? before : firstWorkingDay(on, calendar)
}

/** Of steps that meet on a day the one nearest the due day, told to everybody they name. */
const metOn = (day: IsoDay, steps: readonly Nominal[], { dueOn }: Dated): Step | null => {
  const distance = ({ on }: Nominal): number => Math.abs(daysBetween(on, dueOn))
  const [told, ...others] = [...steps].sort((a, b) => distance(a) - distance(b))
  if (!told) return null
  return {
    name: told.name,
    with: others.map(({ name }) => name),
    on: day,
    daysLeft: daysBetween(day, dueOn),
    to: audiences.filter((audience) => steps.some(({ to }) => to.includes(audience))),
  }
}

/** Steps told on days of the closed span `from`…`to`, as their plan names them. */
const nominalToldIn = (dated: Dated, from: IsoDay, to: IsoDay, counting: Counting): Nominal[] => {
  const isTold = ({ on }: Nominal): boolean => {
    const day = toldOn(on, dated, counting)
    return day >= from && day <= to
  }
  // What fell into the holiday that ends with `from` is told with it.
  const since = addDays(lastWorkingDay(addDays(from, -1), counting.calendar), 1)
  return [...nominalBefore(dated, counting), ...nominalAfter(dated, since, to, counting)].filter(
    isTold,
  )
}

/**
 * The step to tell today when the notifier may have missed days: what should have been told in
 * `since`…`today` meets on today. Null when nothing should.
 */
export const stepToTell = (
  dated: Dated,
  since: IsoDay,
  today: IsoDay,
  counting: Counting,
): Step | null => metOn(today, nominalToldIn(dated, since, today, counting), dated)

/** The step that is told on a day; null when there is none. */
export const stepOn = (dated: Dated, day: IsoDay, counting: Counting): Step | null =>
  stepToTell(dated, day, day, counting)

/** Far enough for the longest interval of any plan; asked again further on when nothing lies in it. */
const SEARCH_DAYS = 60
/** No interval of any plan is longer. */
const MOST_SEARCHES = 12

const firstAfterDue = (dated: Dated, day: IsoDay, counting: Counting): IsoDay | null => {
  if (planOf(dated, counting).after === null && dated.risesOn === null) return null
  let from = addDays(lastWorkingDay(day, counting.calendar), 1)
  if (from <= dated.dueOn) from = addDays(dated.dueOn, 1)
  for (let searches = 0; searches < MOST_SEARCHES; searches += 1) {
    const to = addDays(from, SEARCH_DAYS)
    const days = nominalAfter(dated, from, to, counting).map(({ on }) =>
      toldOn(on, dated, counting),
    )
    const first = earliest(days.filter((on) => on > day))
    if (first !== null) return first
    from = addDays(to, 1)
  }
  return null
}

/** The first day after `day` on which a step is told; null when none is left. */
export const nextStepAfter = (dated: Dated, day: IsoDay, counting: Counting): IsoDay | null => {
  const ahead = nominalBefore(dated, counting)
    .map(({ on }) => toldOn(on, dated, counting))
    .filter((on) => on > day)
  return earliest([...ahead, ahead.length > 0 ? null : firstAfterDue(dated, day, counting)])
}

/** The first day on or after `day` on which a step is told; null when none is left. */
export const nextStepFrom = (dated: Dated, day: IsoDay, counting: Counting): IsoDay | null =>
  nextStepAfter(dated, addDays(day, -1), counting)

/** The coming steps from `day` on, for whoever owes the thing; at most `limit`. */
export const comingSteps = (
  dated: Dated,
  day: IsoDay,
  limit: number,
  counting: Counting,
): readonly Step[] => {
  const steps: Step[] = []
  for (
    let on = nextStepFrom(dated, day, counting);
    on !== null && steps.length < limit;
    on = nextStepAfter(dated, on, counting)
  ) {
    const step = stepOn(dated, on, counting)
    if (step) steps.push(step)
  }
  return steps
}
