import { addDays, earliest, type IsoDay, latest } from '../calendar/day'
import type { RegionCode } from '../organization/region'
import { coveringRegion } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import type { NoticeToSend } from '../reminder/notice'
import { type Deadline, isDuty, isRhythmOpen, nextRecurrence, recurrenceOf } from './deadline'
import { dutiesOf, type Duty, isOccurrenceDone, partsOf } from './part'
import { type RectificationTask, type TaskState, underwayStates } from './task'

/** A duty goes on in `closed` and ends with `cancelled`. */
export const dutyStates: readonly TaskState[] = [...underwayStates, 'closed']

/** Duties whose rhythm the list does not print: by measure, null for the whole. */
export const openRhythms = ({
  deadline,
  measures,
}: Pick<RectificationTask, 'deadline' | 'measures'>): (string | null)[] => {
  const isOpen = (of: Deadline | null): boolean => of !== null && isDuty(of) && isRhythmOpen(of)
  const own = measures.filter((measure) => isOpen(measure.deadline)).map(({ id }) => id)
  return isOpen(deadline) ? [null, ...own] : own
}

/** Every occurrence there is, in order; the one that is due next is among them. */
const daysOf = ({ past = [], nextOn }: Deadline): readonly IsoDay[] => {
  const days = [...past, ...(nextOn === null ? [] : [nextOn])]
  return days.sort()
}

/**
 * The occurrence that is due next: the first that is neither done nor over, else a new one. What was
 * done or is over keeps its day among the past ones.
 */
const withNext = (
  deadline: Deadline,
  isDone: (day: IsoDay) => boolean,
  today: IsoDay,
): Deadline => {
  const days = [...daysOf(deadline)]
  const rule = recurrenceOf(deadline)
  const isAhead = (day: IsoDay): boolean => day >= today && !isDone(day)
  while (!days.some(isAhead)) days.push(nextRecurrence(days[0]!, rule, latest(days)!))
  const nextOn = days.find(isAhead)!
  const past = days.filter((day) => day !== nextOn && !isAhead(day))
  return { ...deadline, nextOn, past }
}

/** The task with the next occurrence of each of its duties; itself where none is done or over. */
export const rollDuties = <T extends RectificationTask>(task: T, today: IsoDay): T => {
  const rolled = (duty: Duty): Deadline =>
    withNext(duty.deadline, (day) => isOccurrenceDone(task, duty, day), today)
  const duties = dutiesOf(task)
  if (duties.length === 0) return task
  const of = (measureId: string | null): Duty | undefined =>
    duties.find((duty) => duty.measureId === measureId)
  const whole = of(null)
  return {
    ...task,
    deadline: whole ? rolled(whole) : task.deadline,
    measures: task.measures.map((measure) => {
      const duty = of(measure.id)
      return duty ? { ...measure, deadline: rolled(duty) } : measure
    }),
  }
}

/** Whether an occurrence is over that is still the next one: the system's turn. */
export const isOccurrenceOver = (task: RectificationTask, today: IsoDay): boolean => {
  const turnOn = dutyTurnOn(task)
  return turnOn !== null && turnOn <= today
}

/** One time that is over and that these units have not said done. */
export interface MissedOccurrence {
  readonly measureId: string | null
  readonly on: IsoDay
  readonly unitIds: readonly UnitId[]
}

export const missedOccurrences = (task: RectificationTask, today: IsoDay): MissedOccurrence[] =>
  dutiesOf(task).flatMap((duty) => {
    const { measureId, deadline } = duty
    const on = deadline.nextOn
    if (on === null || on >= today || isOccurrenceDone(task, duty, on)) return []
    const unitIds = partsOf(task).flatMap((part) =>
      part.kind === 'occurrence' &&
      part.measureId === measureId &&
      part.dueOn === on &&
      part.doneOn === null
        ? [part.unitId]
        : [],
    )
    return [{ measureId, on, unitIds }]
  })

/** A missed time is told once: to the leader of each unit that owes it, and to the office. */
export const newsOfMissed = (
  { id, title, regionCodes }: RectificationTask,
  missed: readonly MissedOccurrence[],
  rootRegion: RegionCode,
): NoticeToSend[] => {
  const regionCode = coveringRegion(regionCodes) ?? rootRegion
  return missed.flatMap(({ measureId, on, unitIds }) => {
    const told = [
      ...unitIds.map((unitId) => ({ unitId, roles: ['unitLeader'] as const })),
      { regionCode, roles: ['coordinator'] as const },
    ]
    return told.map((to) => ({
      notice: 'occurrenceMissed' as const,
      thing: 'task' as const,
      thingId: id,
      node: `${measureId ?? 'whole'}.${on}`,
      to,
      title,
      dueOn: on,
      regionCode,
      hiddenFrom: [],
    }))
  })
}

/** The day after the occurrence that is over first; null where nothing is given out that repeats. */
export const dutyTurnOn = (task: RectificationTask): IsoDay | null => {
  if (!dutyStates.includes(task.state)) return null
  const first = earliest(
    [task.deadline, ...task.measures.map(({ deadline }) => deadline)].map((deadline) =>
      deadline && isDuty(deadline) ? deadline.nextOn : null,
    ),
  )
  return first === null ? null : addDays(first, 1)
}
