import type { Actor } from '@/domain/organization/actor'
import type { UnitId } from '@/domain/organization/unit'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { type AssignmentEvent, allowedAssignmentEvents } from '@/domain/task/assignment-workflow'
import { allowedTaskEvents, type TaskEvent } from '@/domain/task/workflow'
import type { TaskRecord } from '../_stores/task-record'
import { factsOf } from './task-deps'

/** Events that an action of this function carries out. */
const servedOnTask: readonly TaskEvent[] = [
  'consult',
  'split',
  'assign',
  'cancelTask',
  'cancelDraft',
  'release',
]
const servedOnShare: readonly AssignmentEvent[] = [
  'signFor',
  'returnAssignment',
  'reassign',
  'submitPlan',
  'approvePlan',
  'returnPlan',
]

export const shareEventsOf = (
  task: TaskRecord,
  unitId: UnitId,
  actor: Actor,
  context: ObligationContext,
): AssignmentEvent[] =>
  allowedAssignmentEvents(task, unitId, actor, context).filter((event) =>
    servedOnShare.includes(event),
  )

/** Everything this person may do next on the task or on a share of it. */
export const eventsOf = (task: TaskRecord, actor: Actor, context: ObligationContext): string[] => {
  const onTask = allowedTaskEvents(task, actor, factsOf(task, context))
  const onShares = task.assignments.flatMap(({ unitId }) =>
    shareEventsOf(task, unitId, actor, context),
  )
  return [...new Set([...onTask.filter((event) => servedOnTask.includes(event)), ...onShares])]
}

/** The reply of every state change. */
export const changedTask = (task: TaskRecord, actor: Actor, context: ObligationContext) => ({
  id: task.id,
  state: task.state,
  events: eventsOf(task, actor, context),
})
