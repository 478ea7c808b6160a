import {
  addDays,
  addMonths,
  earliest,
  endOfMonth,
  type IsoDay,
  isIsoDay,
  latest,
} from '../calendar/day'
import { addWorkingDays, type WorkCalendar } from '../calendar/work-calendar'
import type { UnitId } from '../organization/unit'
import type { Recurrence } from './rhythm'

export const deadlineKinds = [
  'fixed', // one date
  'staged', // dates with a result each
  'range', // start and end
  'recurring', // a rule; the next date is computed
  'relative', // event + period; no date until the event is entered
  'immediate', // 立行立改: the coordinator sets a counted date
  'longTerm', // 长期坚持: yearly duty
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

export interface DeadlineStage {
  readonly on: IsoDay
  readonly result: string
  /** Absent or null until the unit reports the stage done. */
  readonly doneOn?: IsoDay | null
  /** 延期至: the day that counts in place of `on`; absent or null without a granted extension. */
  readonly extendedTo?: IsoDay | null
}

/** The day that counts of a stage. */
export const stageDayOf = ({ on, extendedTo }: Pick<DeadlineStage, 'on' | 'extendedTo'>): IsoDay =>
  extendedTo ?? on

/** A period as lists print it: 30日, 3个月, 10个工作日, 1年. */
export const periodUnits = ['day', 'workingDay', 'month', 'year'] as const
export interface Period {
  readonly count: number
  readonly unit: (typeof periodUnits)[number]
}

/** That what was awaited has happened, by which paper, and how the date that counts follows. */
export interface EnteredEvent {
  readonly happenedOn: IsoDay
  readonly period: Period
  readonly paperNumber: string
  readonly on: IsoDay
}

interface AwaitedEvent {
  readonly text: string
  readonly enteredBy: UnitId | null
  /** Absent while it is awaited. */
  readonly entered?: EnteredEvent
}

/** 原文 stays beside the date that counts: the list is never overwritten. */
export interface Deadline {
  readonly kinds: readonly DeadlineKind[]
  /** Original words. */
  readonly text: string
  readonly stages: readonly DeadlineStage[]
  readonly startsOn: IsoDay | null
  /** For `recurring` and `longTerm`: the next day something is due. */
  readonly nextOn: IsoDay | null
  /** Of a `recurring` one whose words print no rhythm: how often it returns, as the office decided. */
  readonly everyMonths?: number
  /** Of such a duty: occurrences that were done or are over, in order; absent before the first. */
  readonly past?: readonly IsoDay[]
  /** For `relative`: what has to happen, and who enters that it did. */
  readonly event: AwaitedEvent | null
  /** 原定: the day that counts in print; null while a `relative` event is awaited. */
  readonly countedOn: IsoDay | null
  /** 延期至: the day that counts in its place; absent or null without a granted extension. */
  readonly extendedTo?: IsoDay | null
  /** 重开期限: given when a closed task was reopened; the printed day stays beside it. */
  readonly reopenedTo?: IsoDay | null
  /** 暂定: counted over a year without a published calendar. */
  readonly provisional: boolean
}

const empty = {
  stages: [],
  startsOn: null,
  nextOn: null,
  event: null,
  countedOn: null,
  provisional: false,
} as const

export const fixedDeadline = (text: string, on: IsoDay): Deadline => ({
  ...empty,
  kinds: ['fixed'],
  text,
  countedOn: on,
})

/** The last stage counts; the others are nodes on the way. Stages are put in order of time. */
export const stagedDeadline = (text: string, stages: readonly DeadlineStage[]): Deadline => ({
  ...empty,
  kinds: ['staged'],
  text,
  stages: [...stages].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  countedOn: latest(stages.map((stage) => stage.on)),
})

export const rangeDeadline = (text: string, from: IsoDay, to: IsoDay): Deadline => ({
  ...empty,
  kinds: ['range'],
  text,
  startsOn: from,
  countedOn: to,
})

/** 立行立改: no date stands in the list; the coordinator sets one when assigning. */
export const immediateDeadline = (text: string, countedOn: IsoDay | null = null): Deadline => ({
  ...empty,
  kinds: ['immediate'],
  text,
  countedOn,
})

export const relativeDeadline = (
  text: string,
  event: { readonly text: string; readonly enteredBy: UnitId | null },
): Deadline => ({ ...empty, kinds: ['relative'], text, event })

export const recurringDeadline = (text: string, nextOn: IsoDay): Deadline => ({
  ...empty,
  kinds: ['recurring'],
  text,
  nextOn,
})

/** A yearly duty: due next on the last day of the year unless a day is given. */
export const longTermDeadline = (text: string, nextOn: IsoDay | null = null): Deadline => ({
  ...empty,
  kinds: ['longTerm'],
  text,
  nextOn,
})

export const deadlineFaults = [
  'noKind',
  'notADay',
  'noDate', // a kind that needs a date has none
  'startsAfterEnd',
  'stagesOutOfOrder',
  'stageTwice',
  'lastStageNotCounted',
  'noEvent',
] as const
export type DeadlineFault = (typeof deadlineFaults)[number]

const stageFaults = ({ stages, countedOn }: Deadline): DeadlineFault[] => {
  const days = stages.map((stage) => stage.on)
  const faults: DeadlineFault[] = []
  if (days.length === 0) return ['noDate']
  if (days.some((day, index) => day < (days[index - 1] ?? day))) faults.push('stagesOutOfOrder')
  if (new Set(days).size < days.length) faults.push('stageTwice')
  if (countedOn !== null && countedOn < (latest(days) ?? countedOn))
    faults.push('lastStageNotCounted')
  return faults
}

const kindFaults: Record<DeadlineKind, (deadline: Deadline) => DeadlineFault[]> = {
  fixed: ({ countedOn }) => (countedOn === null ? ['noDate'] : []),
  staged: stageFaults,
  range: ({ startsOn, countedOn }) => {
    if (startsOn === null || countedOn === null) return ['noDate']
    return startsOn > countedOn ? ['startsAfterEnd'] : []
  },
  recurring: ({ nextOn }) => (nextOn === null ? ['noDate'] : []),
  relative: ({ event }) => (event === null || event.text.trim() === '' ? ['noEvent'] : []),
  immediate: () => [],
  longTerm: () => [],
}

/** What is wrong with a deadline as entered; empty when nothing is. */
export const deadlineFaultsOf = (deadline: Deadline): DeadlineFault[] => {
  if (deadline.kinds.length === 0) return ['noKind']
  const days = [
    deadline.countedOn,
    deadline.startsOn,
    deadline.nextOn,
    ...deadline.stages.map((stage) => stage.on),
  ]
  if (days.some((day) => day !== null && !isIsoDay(day))) return ['notADay']
  return [...new Set(deadline.kinds.flatMap((kind) => kindFaults[kind](deadline)))]
}

/** The day that counts: 延期至, else 重开期限, else the counted date, else a duty's next, else null. */
export const countedDateOf = ({
  extendedTo,
  reopenedTo,
  countedOn,
  nextOn,
}: Deadline): IsoDay | null => extendedTo ?? reopenedTo ?? countedOn ?? nextOn

/** 原定: the deadline as it was before any extension and any reopening. */
export const asPrinted = (deadline: Deadline): Deadline => ({
  ...deadline,
  extendedTo: null,
  reopenedTo: null,
})

/** 重开期限: what was granted in the earlier cycle stands in its records and counts no more. */
export const reopenedWith = (deadline: Deadline, on: IsoDay): Deadline => ({
  ...deadline,
  reopenedTo: on,
  extendedTo: null,
})

/** 暂定: the day that counts was reckoned over a year without a published calendar. */
export const isCountedProvisional = ({ extendedTo, reopenedTo, provisional }: Deadline): boolean =>
  provisional && !extendedTo && !reopenedTo

/**
 * What `assign` needs: a counted date, or for `relative` a named event and who enters it, or
 * for `recurring` and `longTerm` a next date.
 */
export const hasCountedDate = (deadline: Deadline): boolean => {
  if (deadline.countedOn !== null) return true
  const { kinds, event } = deadline
  const awaited = kinds.includes('relative') && !!event?.text.trim() && event.enteredBy !== null
  return awaited || isDuty(deadline)
}

/** The end of a period that begins with an event; the day of the event is not counted. */
const endOfPeriod = (
  from: IsoDay,
  { count, unit }: Period,
  calendar: WorkCalendar,
): { readonly on: IsoDay; readonly provisional: boolean } => {
  if (unit === 'workingDay') return addWorkingDays(from, count, calendar)
  if (unit === 'day') return { on: addDays(from, count), provisional: false }
  return { on: addMonths(from, unit === 'year' ? count * 12 : count), provisional: false }
}

/** The awaited event has happened: the date that counts follows from it. */
export const enterEvent = (
  deadline: Deadline,
  happenedOn: IsoDay,
  period: Period,
  calendar: WorkCalendar,
): Deadline => {
  const { on, provisional } = endOfPeriod(happenedOn, period, calendar)
  return { ...deadline, countedOn: on, provisional }
}

const yearly: Recurrence = { everyMonths: 12 }

/** Rules as lists print them, the shortest first. */
const printedRules: readonly (readonly [RegExp, Recurrence])[] = [
  [/每个?月|按月|逐月/, { everyMonths: 1 }],
  [/每个?季|按季|逐季/, { everyMonths: 3 }],
  [/每半年|半年一次/, { everyMonths: 6 }],
]

const printedRule = (text: string): Recurrence | undefined =>
  printedRules.find(([words]) => words.test(text))?.[1]

type Repeating = Pick<Deadline, 'kinds' | 'text' | 'everyMonths'>

/** A rhythm that the list does not print is the office's to decide; what goes on for ever is yearly. */
export const isRhythmOpen = ({ kinds, text }: Pick<Deadline, 'kinds' | 'text'>): boolean =>
  kinds.includes('recurring') && printedRule(text) === undefined

/**
 * The rule in the list's own words, else the one that the office gave it; yearly without either, and
 * for what goes on for ever.
 */
export const recurrenceOf = ({ kinds, text, everyMonths }: Repeating): Recurrence => {
  if (!kinds.includes('recurring')) return yearly
  return printedRule(text) ?? (everyMonths ? { everyMonths } : yearly)
}

export const repeats = ({ kinds }: Pick<Deadline, 'kinds'>): boolean =>
  kinds.includes('recurring') || kinds.includes('longTerm')

/** It comes again and again: each time is an occurrence of its own. */
export const isDuty = (deadline: Deadline): boolean => repeats(deadline) && deadline.nextOn !== null

/** As it was given out: what was released says its first time, and the next one is a fact beside it. */
export const withFirstTime = (deadline: Deadline): Deadline => ({
  ...deadline,
  nextOn: deadline.past?.[0] ?? deadline.nextOn,
})

/** Nothing but a duty: no day by which it is done for good. */
export const isPureDuty = (deadline: Deadline | null): deadline is Deadline =>
  deadline !== null && isDuty(deadline) && deadline.countedOn === null

/**
 * First recurrence after `after`, counted from a day on which the duty was or is due. A duty
 * due at the end of a month stays there: 30 June → 31 December.
 */
export const nextRecurrence = (dueOn: IsoDay, rule: Recurrence, after: IsoDay): IsoDay => {
  if (rule.everyMonths < 1) throw new RangeError(`not a recurrence: ${rule.everyMonths}`)
  let times = 0
  let next = dueOn
  // Counted from the first day each time: 31 January → 28 February → 31 March.
  while (next <= after) {
    times += 1
    const same = addMonths(dueOn, times * rule.everyMonths)
    next = dueOn === endOfMonth(dueOn) ? endOfMonth(same) : same
  }
  return next
}

/** A duty given out on `today`: a day that is over is no next date, the one after it is. */
export const fromTodayOn = (deadline: Deadline, today: IsoDay): Deadline => {
  const { nextOn } = deadline
  if (nextOn === null || nextOn >= today || !repeats(deadline)) return deadline
  return { ...deadline, nextOn: nextRecurrence(nextOn, recurrenceOf(deadline), addDays(today, -1)) }
}

/** The next day on which the deadline asks for something: a stage not done, or the end. */
export const nextNodeOf = (deadline: Deadline): IsoDay | null =>
  earliest([
    ...deadline.stages.filter((stage) => !stage.doneOn).map(stageDayOf),
    countedDateOf(deadline),
  ])
