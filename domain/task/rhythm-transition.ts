import type { Actor } from '../organization/actor'
import { refuseIf } from '../refusal'
import type { TaskFacts } from './facts'
import type { RectificationTask } from './task'
import { whyNotTask } from './workflow'

interface RhythmGiven {
  /** The measure whose duty it is; null for the duty of the whole. */
  readonly measureId: string | null
  readonly everyMonths: number
  readonly reason: string
}

/**
 * 改多久一次, by the office, of a duty whose rhythm the list does not print (as a date that was misread is the
 * office's to correct, domain.md 3, `correctText`). The time that is due next stays on its day; the ones
 * after it follow the new rhythm. Throws `RuleError`.
 */
export const changeRhythm = (
  task: RectificationTask,
  given: RhythmGiven,
  actor: Actor,
  facts: Omit<TaskFacts, 'given'>,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'changeRhythm', actor, { ...facts, given }))
  const { measureId, everyMonths } = given
  if (measureId === null) return { ...task, deadline: { ...task.deadline, everyMonths } }
  return {
    ...task,
    measures: task.measures.map((measure) =>
      measure.id === measureId && measure.deadline
        ? { ...measure, deadline: { ...measure.deadline, everyMonths } }
        : measure,
    ),
  }
}
