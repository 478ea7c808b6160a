import { assignmentEvents, allowedAssignmentEvents } from './assignment-workflow'
import type { Actor } from '../organization/actor'
import type { TaskFacts } from './facts'
import type { RectificationTask } from './task'
import { allowedTaskEvents, taskEvents } from './workflow'

/** Everything that can be done with a task: with the whole and with one unit's share of it. */
export const eventsOfTask = [...taskEvents, ...assignmentEvents] as const
export type EventOfTask = (typeof eventsOfTask)[number]

/** What this person may do now, on the whole or on any share. */
export const allowedOnTask = (
  task: RectificationTask,
  actor: Actor,
  facts: TaskFacts,
): EventOfTask[] => [
  ...new Set<EventOfTask>([
    ...allowedTaskEvents(task, actor, facts),
    ...task.assignments.flatMap(({ unitId }) =>
      allowedAssignmentEvents(task, unitId, actor, facts),
    ),
  ]),
]
