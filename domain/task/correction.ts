import type { IsoDay } from '../calendar/day'
import type { Actor } from '../organization/actor'
import { refuseIf } from '../refusal'
import { fixedDeadline } from './deadline'
import type { TaskFacts } from './facts'
import type { Measure, RectificationTask } from './task'
import { whyNotTask } from './workflow'

export interface Correction {
  /** Of `correctablePlaces`. */
  readonly place: string
  /** As the list prints it. */
  readonly text: string
  /** For a date: the day that it means, in Beijing. */
  readonly on: IsoDay | null
  /** The line of the list by which it is known. */
  readonly sourceLine: string
}

const withNth = <T>(all: readonly T[], nth: number, change: (one: T) => T): T[] =>
  all.map((one, place) => (place === nth ? change(one) : one))

const corrected = (task: RectificationTask, { place, text, on }: Correction): RectificationTask => {
  const [name, at] = place.split('.')
  const nth = Number(at)
  const deadline = fixedDeadline(text, on ?? '')
  const inMeasure = (change: (measure: Measure) => Measure) => ({
    ...task,
    measures: withNth(task.measures, nth, change),
  })
  if (name === 'number') return { ...task, number: text }
  if (name === 'problem') return { ...task, problem: text }
  if (name === 'goal') return { ...task, goals: withNth(task.goals, nth, () => text) }
  if (name === 'measure') return inMeasure((measure) => ({ ...measure, text }))
  return at === undefined
    ? { ...task, deadline }
    : inMeasure((measure) => ({ ...measure, deadline }))
}

/**
 * 改正误读 after 交办, by the office and by the line of the list (domain.md 3, `correctText`). What
 * is public stays as it is until two persons have released the new text. Throws `RuleError`.
 */
export const correctText = (
  task: RectificationTask,
  given: Correction,
  actor: Actor,
  facts: Omit<TaskFacts, 'given'>,
): RectificationTask => {
  const { place, sourceLine, on } = given
  const brought = { place, sourceLine, ...(on !== null && { on }) }
  refuseIf(whyNotTask(task, 'correctText', actor, { ...facts, given: brought }))
  return corrected(task, given)
}
