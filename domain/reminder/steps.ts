import { addDays, daysBetween, earliest, type IsoDay } from '../calendar/day'
import { firstWorkingDay, lastWorkingDay } from '../calendar/work-calendar'
import {
  type Counting,
  type Dated,
  type Nominal,
  nominalAfter,
  nominalBefore,
  planOf,
} from './nominal-steps'
import { type Audience, audiences } from './step-plans'

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
const SEARCH_DAYS = 40
/** No interval of any plan is longer. */
const MOST_SEARCHES = 15

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
