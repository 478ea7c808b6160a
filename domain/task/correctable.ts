import type { IsoDay } from '../calendar/day'
import { type Deadline, fixedDeadline } from './deadline'
import type { Measure, RectificationTask } from './task'

/** One place of a list that may turn out to have been misread. */
export interface CorrectablePlace {
  /** `number`, `problem`, `goal.0`, `measure.0`; a date of the whole `due`, of a measure `due.0`. */
  readonly place: string
  /** What stands there. */
  readonly words: string
  /** The day that a date means; null for words alone. */
  readonly on: IsoDay | null
  /** The task with other words there, and for a date with the day that they mean. */
  readonly put: (text: string, on: IsoDay | null) => RectificationTask
}

const withNth = <T>(all: readonly T[], nth: number, one: T): T[] =>
  all.map((each, place) => (place === nth ? one : each))

/** One date in print and nothing counted from it: whatever was extended or entered has its own record. */
const dayInPrint = ({ kinds, countedOn, extendedTo, reopenedTo }: Deadline): IsoDay | null =>
  kinds.join() === 'fixed' && !extendedTo && !reopenedTo ? countedOn : null

const dateAt = (
  place: string,
  deadline: Deadline | null,
  put: (deadline: Deadline) => RectificationTask,
): CorrectablePlace[] => {
  const on = deadline && dayInPrint(deadline)
  if (!deadline || on === null) return []
  return [
    { place, words: deadline.text, on, put: (text, day) => put(fixedDeadline(text, day ?? on)) },
  ]
}

/** What of a list may be corrected: no date once somebody has asked to move one. */
export const correctablePlaces = (task: RectificationTask): CorrectablePlace[] => {
  const { number, problem, goals, measures, deadline, extensions } = task
  const inMeasure = (nth: number, one: Measure, change: Partial<Measure>): RectificationTask => ({
    ...task,
    measures: withNth(measures, nth, { ...one, ...change }),
  })
  const words: CorrectablePlace[] = [
    { place: 'number', words: number, on: null, put: (text) => ({ ...task, number: text }) },
    { place: 'problem', words: problem, on: null, put: (text) => ({ ...task, problem: text }) },
    ...goals.map((goal, nth) => ({
      ...{ place: `goal.${nth}`, words: goal, on: null },
      put: (text: string) => ({ ...task, goals: withNth(goals, nth, text) }),
    })),
    ...measures.map((measure, nth) => ({
      ...{ place: `measure.${nth}`, words: measure.text, on: null },
      put: (text: string) => inMeasure(nth, measure, { text }),
    })),
  ]
  if (extensions.length > 0) return words
  return [
    ...words,
    ...dateAt('due', deadline, (next) => ({ ...task, deadline: next })),
    ...measures.flatMap((measure, nth) =>
      dateAt(`due.${nth}`, measure.deadline, (next) => inMeasure(nth, measure, { deadline: next })),
    ),
  ]
}

export const correctableAt = (
  task: RectificationTask,
  place: string | undefined,
): CorrectablePlace | undefined => correctablePlaces(task).find((each) => each.place === place)
