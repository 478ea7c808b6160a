import { assignmentEvents, allowedAssignmentEvents } from './assignment-workflow'
import type { Actor } from '../organization/actor'
import { allowedExtensionsOf, extensionEvents } from './extension-workflow'
import type { TaskFacts } from './facts'
import { partsOf } from './part'
import { allowedPartEvents, partEvents } from './part-workflow'
import type { RectificationTask } from './task'
import { allowedTaskEvents, taskEvents } from './workflow'

/** Everything that can be done with a task: the whole, one unit's share, a part, an extension. */
export const eventsOfTask = [
  ...taskEvents,
  ...assignmentEvents,
  ...partEvents,
  ...extensionEvents,
] as const
export type EventOfTask = (typeof eventsOfTask)[number]

/** What this person may do now, on the whole, on any share, part or request. */
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
    ...partsOf(task).flatMap((part) => allowedPartEvents(task, part, actor, facts)),
    ...allowedExtensionsOf(task, actor, facts),
  ]),
]
