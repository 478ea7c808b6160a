import type { Settings } from '../settings'

/** Who is told at a step: whoever owes the thing, and upwards from there. */
export const audiences = [
  'owner',
  'unitLeader',
  'coordinator',
  'weeklySummary', // the coordinator, in the one summary of the week
  'cityLeader',
] as const
export type Audience = (typeof audiences)[number]

export type Repeat =
  | { readonly every: number; readonly unit: 'day' | 'workingDay' }
  /** Only on these days after. */
  | { readonly on: readonly number[] }

/** The steps of one kind of obligation. */
export interface StepPlan {
  /** Days before the due day. */
  readonly before: readonly number[]
  readonly atHalfTime: boolean
  readonly after: Repeat | null
  /** `daysLeft` is negative after the due day; `ordinal` counts the steps there, 0 before. */
  readonly to: (daysLeft: number, ordinal: number) => readonly Audience[]
}

const owner = ['owner'] as const
const leader = ['owner', 'unitLeader'] as const
const office = ['owner', 'unitLeader', 'coordinator'] as const
const weekly = ['owner', 'unitLeader', 'weeklySummary'] as const

/** Task, measure, milestone, agreement node: the office reads of others' once a week. */
const nodePlan = (settings: Settings): StepPlan => ({
  before: settings.reminderDaysBefore,
  atHalfTime: false,
  after: { every: settings.overdueEveryDays, unit: 'day' },
  to: (daysLeft) => {
    if (daysLeft <= -settings.coordinatorFromDaysOverdue) return weekly
    return daysLeft <= settings.leaderFromDaysBefore ? leader : owner
  },
})

/** One rung up with each step after the due day. */
const upwards = (_daysLeft: number, ordinal: number): readonly Audience[] =>
  [owner, leader][ordinal] ?? office

/** A reply somebody owes: half-time, some days before, then every few working days. */
const replyPlan = (settings: Settings): StepPlan => ({
  before: settings.replyDaysBefore,
  atHalfTime: true,
  after: { every: settings.replyOverdueEveryWorkingDays, unit: 'workingDay' },
  to: upwards,
})

const reportPlan = ({ reportDaysBefore, reportDaysAfter }: Settings): StepPlan => ({
  before: reportDaysBefore,
  atHalfTime: false,
  after: { on: reportDaysAfter },
  to: upwards,
})

/** Notice end, re-check, mediation: only whoever watches over it. */
const watchPlan = ({ watchDaysBefore }: Settings): StepPlan => ({
  before: watchDaysBefore,
  atHalfTime: false,
  after: null,
  to: () => owner,
})

/** An event that may be long in coming: asked now and again, never as overdue work. */
const awaitPlan = ({ awaitEventDays }: Settings): StepPlan => ({
  before: [0],
  atHalfTime: false,
  after: { every: awaitEventDays, unit: 'day' },
  to: () => owner,
})

/** What nothing else names: the office is asked now and again. */
const waitPlan = ({ waitWorkingDays }: Settings): StepPlan => ({
  before: [0],
  atHalfTime: false,
  after: { every: waitWorkingDays, unit: 'workingDay' },
  to: () => owner,
})

/** The plans that a dated thing may follow (`kinds.ts`). [D] */
export const stepPlans = {
  reply: replyPlan,
  node: nodePlan,
  report: reportPlan,
  watch: watchPlan,
  await: awaitPlan,
  wait: waitPlan,
} as const satisfies Readonly<Record<string, (settings: Settings) => StepPlan>>

export type PlanName = keyof typeof stepPlans
