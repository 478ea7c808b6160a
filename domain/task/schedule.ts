import { daysBetween, earliest, type IsoDay, latest } from '../calendar/day'
import { agreedDayOf } from './agreed-dates'
import {
  asPrinted,
  countedDateOf,
  type Deadline,
  isCountedProvisional,
  isPureDuty,
  stageDayOf,
} from './deadline'
import { demandParts, hasShareOf, plannedMeasureOf, reopenedDueOn, shareDoneOn } from './part'
import { measuresOfUnit } from './responsibility'
import type { PublicState, ScheduleState } from './schedule-words'
import type { Assignment, Measure, RectificationTask, TaskState } from './task'

type Dated = Pick<
  RectificationTask,
  | 'state'
  | 'deadline'
  | 'measures'
  | 'assignments'
  | 'agreedDates'
  | 'done'
  | 'cycles'
  | 'completedOn'
>

/** The day of the whole: the task's own, else the last of its measures; null while none counts. */
export const finalDueOn = ({
  deadline,
  measures,
}: Pick<Dated, 'deadline' | 'measures'>): IsoDay | null =>
  countedDateOf(deadline) ??
  latest(measures.map((measure) => (measure.deadline ? countedDateOf(measure.deadline) : null)))

/** A day that was moved: 原定 and 延期至, or 原定 and the day by which it is put right once more. */
export interface MovedDay {
  readonly from: IsoDay
  readonly to: IsoDay
  /** The new day was given when the task was reopened. */
  readonly reopened?: true
}

/** @param by the deadline that was moved */
const movedDay = (from: IsoDay | null, to: IsoDay | null, by: Deadline): MovedDay | null => {
  if (from === null || to === null || from === to) return null
  const isReopened = !by.extendedTo && by.reopenedTo
  return { from, to, ...(isReopened && { reopened: true }) }
}

/** 原定 and 延期至 of the whole; null where neither an extension nor a reopening moved it. */
export const movedDueOf = ({
  deadline,
  measures,
}: Pick<Dated, 'deadline' | 'measures'>): MovedDay | null =>
  movedDay(
    finalDueOn({
      deadline: asPrinted(deadline),
      measures: measures.map((measure) => ({
        ...measure,
        deadline: measure.deadline && asPrinted(measure.deadline),
      })),
    }),
    finalDueOn({ deadline, measures }),
    deadline,
  )

/** The same of one measure, by its own deadline or, where it has none, the whole's. */
export const movedDueOfMeasure = (
  { deadline }: Pick<Dated, 'deadline'>,
  measure: Pick<Measure, 'deadline'>,
): MovedDay | null => {
  const own = measure.deadline ?? deadline
  return movedDay(countedDateOf(asPrinted(own)), countedDateOf(own), own)
}

/** 暂定: this day of the task rests on a year without a published calendar. */
export const isProvisionalDay = (
  task: Pick<Dated, 'deadline' | 'measures'>,
  day: IsoDay | null,
): boolean =>
  [task.deadline, ...task.measures.map(({ deadline }) => deadline)].some(
    (each) => !!each && isCountedProvisional(each) && countedDateOf(each) === day,
  )

const stageDays = ({ stages }: Pick<Deadline, 'stages'>): IsoDay[] =>
  stages.filter((stage) => !stage.doneOn).map(stageDayOf)

const ownDay = ({ deadline }: Measure): IsoDay | null => (deadline ? countedDateOf(deadline) : null)

/** The days that count of a share: the new or the agreed one alone, else its own and the planned one. */
const endDays = (task: Dated, measure: Measure, assignment: Assignment): (IsoDay | null)[] => {
  const alone =
    reopenedDueOn(task, measure.id, assignment.unitId) ??
    agreedDayOf(task, measure.id, assignment.unitId)
  if (alone !== null) return [alone]
  if (isPureDuty(measure.deadline)) return [measure.deadline.nextOn]
  return [ownDay(measure), plannedMeasureOf(assignment, measure.id)?.dueOn ?? null]
}

/** What one unit still has to do: a share that is done asks for nothing more. */
const shareDays = (task: Dated, assignment: Assignment): (IsoDay | null)[] =>
  measuresOfUnit(task, assignment.unitId)
    .filter(
      (measure) =>
        measure.doneOn === null && shareDoneOn(task, measure, assignment.unitId) === null,
    )
    .flatMap((measure) => [
      ...(hasShareOf(measure, assignment.unitId) ? endDays(task, measure, assignment) : []),
      ...(plannedMeasureOf(assignment, measure.id)?.milestones ?? [])
        .filter((milestone) => !milestone.doneOn)
        .map((milestone) => milestone.dueOn),
    ])

/** Nobody owes a draft's dates before it is given out, and nobody those of what is over. */
const withoutDates: readonly TaskState[] = ['draft', 'consulting', 'closed', 'cancelled']

/** True while dates can be missed: given out, not completed, closed or cancelled. */
const isRunning = ({ state, completedOn }: Pick<Dated, 'state' | 'completedOn'>): boolean =>
  completedOn === null && !withoutDates.includes(state)

/**
 * The earliest day on which something unmet is or was due: a stage, a milestone, a measure or
 * the whole. Of plans only approved ones count. Null when nothing is left to meet.
 */
export const nextNodeDueOn = (task: Dated): IsoDay | null => {
  if (!isRunning(task)) return null
  const open = task.measures.filter((measure) => measure.doneOn === null)
  const isShared = (measure: Measure): boolean =>
    task.assignments.some(({ unitId }) => measuresOfUnit(task, unitId).includes(measure))
  return earliest([
    ...stageDays(task.deadline),
    ...open.flatMap(({ deadline }) => (deadline ? stageDays(deadline) : [])),
    ...open.filter((measure) => !isShared(measure)).map(ownDay),
    ...task.assignments.flatMap((assignment) => shareDays(task, assignment)),
    ...demandParts(task).map(({ dueOn, doneOn }) => (doneOn === null ? dueOn : null)),
    finalDueOn(task),
  ])
}

/** The final day is past and the task is not completed; the day itself is still in time. */
export const isOverdue = (task: Dated, today: IsoDay): boolean => {
  const due = finalDueOn(task)
  return isRunning(task) && due !== null && due < today
}

/** Days since the final day; 0 when the task is not overdue. */
export const overdueDays = (task: Dated, today: IsoDay): number => {
  const due = finalDueOn(task)
  return due !== null && isOverdue(task, today) ? daysBetween(due, today) : 0
}

export interface Schedule {
  readonly state: ScheduleState
  readonly overdue: boolean
}

const scheduleStateOf = (task: Dated, today: IsoDay): ScheduleState => {
  if (task.state === 'closed') return 'closed'
  if (task.completedOn !== null) return 'completed'
  if (!task.assignments.some(({ state }) => state === 'planned')) return 'notStarted'
  const node = nextNodeDueOn(task)
  return node !== null && node < today ? 'behind' : 'onSchedule'
}

/** 序时进度 and 逾期 on a day. The order of the words is the order in which they are asked. */
export const scheduleOf = (task: Dated, today: IsoDay): Schedule => ({
  state: scheduleStateOf(task, today),
  overdue: isOverdue(task, today),
})

/** The word a round releases for residents: 逾期 outweighs the schedule. */
export const publicWordOf = ({ state, overdue }: Schedule): PublicState =>
  overdue ? 'overdue' : state

/**
 * What residents read. Before a round is released it is 正在整改; 已验收销号 is read only while
 * the task is closed, 公示中 only during a notice.
 */
export const publicStateOf = (
  releasedSchedule: PublicState | null,
  state: TaskState,
): PublicState => {
  if (state === 'closed') return 'closed'
  if (state === 'underNotice' || state === 'preNotice') return 'underNotice'
  const isStale = releasedSchedule === 'closed' || releasedSchedule === 'underNotice'
  return releasedSchedule === null || isStale ? 'rectifying' : releasedSchedule
}
