import { addDays, daysBetween, earliest, type IsoDay } from '../calendar/day'
import { midway } from '../calendar/period'
import { countWorkingDays, type WorkCalendar } from '../calendar/work-calendar'
import type { Settings } from '../settings'
import type { Obligation, ObligationKind } from './obligation'

/** Who is told at a step: whoever owes the thing, and upwards from there. */
export const audiences = ['owner', 'unitLeader', 'coordinator'] as const
export type Audience = (typeof audiences)[number]

/** One reminder of one obligation. The name holds the ordinal: `before-3`, `half`, `overdue-2`. */
export interface Step {
  readonly name: string
  readonly on: IsoDay
  /** Days until the due day; negative after it. */
  readonly daysLeft: number
  readonly to: readonly Audience[]
}

type Repeat =
  | { readonly every: number; readonly unit: 'day' | 'workingDay' }
  /** Only on these days after. */
  | { readonly on: readonly number[] }

interface StepPlan {
  readonly before: readonly number[]
  readonly atHalfTime: boolean
  readonly after: Repeat | null
  /** `daysLeft` as in Step; `ordinal` counts steps after the due day, 0 before. */
  readonly to: (daysLeft: number, ordinal: number) => readonly Audience[]
}

const upTo = (last: Audience): readonly Audience[] =>
  audiences.slice(0, audiences.indexOf(last) + 1)

/** Task, measure, milestone, agreement node. */
const nodePlan = (settings: Settings): StepPlan => ({
  before: settings.reminderDaysBefore,
  atHalfTime: false,
  after: { every: settings.overdueEveryDays, unit: 'day' },
  to: (daysLeft) => {
    if (daysLeft <= -settings.coordinatorFromDaysOverdue) return upTo('coordinator')
    return daysLeft <= settings.leaderFromDaysBefore ? upTo('unitLeader') : ['owner']
  },
})

/** A reply somebody owes: half-time, some days before, then every few working days. */
const replyPlan = (settings: Settings): StepPlan => ({
  before: settings.replyDaysBefore,
  atHalfTime: true,
  after: { every: settings.replyOverdueEveryWorkingDays, unit: 'workingDay' },
  to: (_daysLeft, ordinal) => {
    if (ordinal === 0) return ['owner']
    return ordinal === 1 ? upTo('unitLeader') : upTo('coordinator')
  },
})

const reportPlan = ({ reportDaysBefore, reportDaysAfter }: Settings): StepPlan => ({
  before: reportDaysBefore,
  atHalfTime: false,
  after: { on: reportDaysAfter },
  to: (_daysLeft, ordinal) => {
    if (ordinal === 0) return ['owner']
    return ordinal === 1 ? upTo('unitLeader') : upTo('coordinator')
  },
})

/** Notice end, re-check, mediation: only whoever watches over it. */
const watchPlan = ({ watchDaysBefore }: Settings): StepPlan => ({
  before: watchDaysBefore,
  atHalfTime: false,
  after: null,
  to: () => ['owner'],
})

/** An event that may be long in coming: asked now and again, never as overdue work. */
const awaitPlan = ({ awaitEventDays }: Settings): StepPlan => ({
  before: [0],
  atHalfTime: false,
  after: { every: awaitEventDays, unit: 'day' },
  to: () => ['owner'],
})

/** Every dated thing and its steps. [D] */
const plans: Readonly<Record<ObligationKind, (settings: Settings) => StepPlan>> = {
  signFor: replyPlan,
  reassign: replyPlan,
  submitPlan: replyPlan,
  approvePlan: replyPlan,
  finishMeasure: nodePlan,
  finishTask: nodePlan,
  milestone: nodePlan,
  enterEvent: awaitPlan,
  admitFeedback: replyPlan,
  assignFeedback: replyPlan,
  answerFeedback: replyPlan,
  releaseAnswer: replyPlan,
  secondLook: replyPlan,
  answerTimeline: replyPlan,
  mediateTimeline: watchPlan,
  signTimeline: replyPlan,
  checkSecrecy: replyPlan,
  checkOpenness: replyPlan,
  verify: replyPlan,
  noticeEnds: watchPlan,
  decideObjection: replyPlan,
  recheck: watchPlan,
  monthlyReport: reportPlan,
}

export type Dated = Pick<Obligation, 'kind' | 'dueOn' | 'madeOn'>

/** Steps up to the due day, by day; none lies before the day the obligation was made. */
const stepsBefore = ({ dueOn, madeOn }: Dated, plan: StepPlan): Map<IsoDay, string> => {
  const steps = new Map<IsoDay, string>()
  const half = midway(madeOn, dueOn)
  // A half that falls on the first day would only repeat the news that the thing is there.
  if (plan.atHalfTime && half > madeOn) steps.set(half, 'half')
  for (const days of plan.before) {
    const on = addDays(dueOn, -days)
    // One day, one reminder: the nearer one takes the place of half-time.
    if (on >= madeOn) steps.set(on, `before-${days}`)
  }
  return steps
}

/** The ordinal of the overdue step on a day; null when there is none. */
const ordinalAfter = (
  dueOn: IsoDay,
  day: IsoDay,
  repeat: Repeat | null,
  calendar: WorkCalendar,
): number | null => {
  const days = daysBetween(dueOn, day)
  if (repeat === null || days <= 0) return null
  if ('on' in repeat) {
    const index = repeat.on.indexOf(days)
    return index < 0 ? null : index + 1
  }
  if (repeat.unit === 'workingDay' && !calendar.isWorkingDay(day)) return null
  const passed = repeat.unit === 'day' ? days : countWorkingDays(addDays(dueOn, 1), day, calendar)
  return passed % repeat.every === 0 ? passed / repeat.every : null
}

/** The step of an obligation on a day; null when there is none. */
export const stepOn = (
  obligation: Dated,
  day: IsoDay,
  calendar: WorkCalendar,
  settings: Settings,
): Step | null => {
  if (day < obligation.madeOn) return null
  const plan = plans[obligation.kind](settings)
  const daysLeft = daysBetween(day, obligation.dueOn)
  const name = stepsBefore(obligation, plan).get(day)
  if (name !== undefined) return { name, on: day, daysLeft, to: plan.to(daysLeft, 0) }
  const ordinal = ordinalAfter(obligation.dueOn, day, plan.after, calendar)
  if (ordinal === null) return null
  return { name: `overdue-${ordinal}`, on: day, daysLeft, to: plan.to(daysLeft, ordinal) }
}

/** All steps on a day: one or none, as a list for callers that flatten. */
export const stepsOn = (
  obligation: Dated,
  day: IsoDay,
  calendar: WorkCalendar,
  settings: Settings,
): readonly Step[] => {
  const step = stepOn(obligation, day, calendar, settings)
  return step ? [step] : []
}

/** Longer than any holiday between three working days, or than any interval of days. */
const SEARCH_DAYS = 400

const nextOverdueAfter = (
  { dueOn, madeOn }: Dated,
  day: IsoDay,
  repeat: Repeat | null,
  calendar: WorkCalendar,
): IsoDay | null => {
  if (repeat === null) return null
  const from = [dueOn, day, addDays(madeOn, -1)].reduce((a, b) => (a > b ? a : b))
  if ('on' in repeat) {
    return earliest(repeat.on.map((days) => addDays(dueOn, days)).filter((on) => on > from))
  }
  if (repeat.unit === 'day') {
    const times = Math.floor(daysBetween(dueOn, from) / repeat.every) + 1
    return addDays(dueOn, times * repeat.every)
  }
  let worked = countWorkingDays(addDays(dueOn, 1), from, calendar)
  for (let ahead = 1; ahead <= SEARCH_DAYS; ahead += 1) {
    const next = addDays(from, ahead)
    if (!calendar.isWorkingDay(next)) continue
    worked += 1
    if (worked % repeat.every === 0) return next
  }
  return null
}

/** The first day after `day` that has a step; null when none is left. */
export const nextStepAfter = (
  obligation: Dated,
  day: IsoDay,
  calendar: WorkCalendar,
  settings: Settings,
): IsoDay | null => {
  const plan = plans[obligation.kind](settings)
  const ahead = [...stepsBefore(obligation, plan).keys()].filter((on) => on > day)
  return earliest(ahead) ?? nextOverdueAfter(obligation, day, plan.after, calendar)
}

/** The first day on or after `day` that has a step; null when none is left. */
export const nextStepFrom = (
  obligation: Dated,
  day: IsoDay,
  calendar: WorkCalendar,
  settings: Settings,
): IsoDay | null => nextStepAfter(obligation, addDays(day, -1), calendar, settings)

/**
 * The step to send when the notifier may have missed days: the latest one in `since`…`today`,
 * with its own day. Older ones it stands for are not sent any more.
 */
export const latestStepIn = (
  obligation: Dated,
  since: IsoDay,
  today: IsoDay,
  calendar: WorkCalendar,
  settings: Settings,
): Step | null => {
  let step: Step | null = null
  let on = nextStepFrom(obligation, since, calendar, settings)
  while (on !== null && on <= today) {
    step = stepOn(obligation, on, calendar, settings) ?? step
    on = nextStepAfter(obligation, on, calendar, settings)
  }
  return step
}

/** The coming steps from `day` on, for whoever owes the thing; at most `limit`. */
export const comingSteps = (
  obligation: Dated,
  day: IsoDay,
  limit: number,
  calendar: WorkCalendar,
  settings: Settings,
): readonly Step[] => {
  const steps: Step[] = []
  let on = nextStepFrom(obligation, day, calendar, settings)
  while (on !== null && steps.length < limit) {
    steps.push(...stepsOn(obligation, on, calendar, settings))
    on = nextStepAfter(obligation, on, calendar, settings)
  }
  return steps
}
