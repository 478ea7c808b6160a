import type { IsoDay } from '../calendar/day'
import { countedDateOf, type Deadline, isPureDuty, stageDayOf } from './deadline'
import type { ExtensionPart } from './extension'
import type { RectificationTask } from './task'

const deadlineOf = (task: RectificationTask, measureId: string | null): Deadline | null =>
  measureId === null
    ? task.deadline
    : (task.measures.find(({ id }) => id === measureId)?.deadline ?? null)

/** The day that counts of the part; null where the list gives it none of its own. */
export const extendableDayOf = (task: RectificationTask, part: ExtensionPart): IsoDay | null => {
  const deadline = deadlineOf(task, part.kind === 'task' ? null : part.measureId)
  if (deadline === null) return null
  // What comes again and again has no end to put off: the next time is as far away.
  if (part.kind !== 'stage') return isPureDuty(deadline) ? null : countedDateOf(deadline)
  const stage = deadline.stages[part.index]
  return stage === undefined ? null : stageDayOf(stage)
}

const moved = (deadline: Deadline, part: ExtensionPart, to: IsoDay): Deadline =>
  part.kind === 'stage'
    ? {
        ...deadline,
        stages: deadline.stages.map((stage, index) =>
          index === part.index ? { ...stage, extendedTo: to } : stage,
        ),
      }
    : { ...deadline, extendedTo: to }

/** The task with the part's new day beside the old one. */
export const withExtendedPart = (
  task: RectificationTask,
  part: ExtensionPart,
  to: IsoDay,
): RectificationTask => {
  const measureId = part.kind === 'task' ? null : part.measureId
  if (measureId === null) return { ...task, deadline: moved(task.deadline, part, to) }
  return {
    ...task,
    measures: task.measures.map((measure) =>
      measure.id === measureId && measure.deadline
        ? { ...measure, deadline: moved(measure.deadline, part, to) }
        : measure,
    ),
  }
}
