import type { Actor } from '../organization/actor'
import { refuseIf, RuleError } from '../refusal'
import { type EnteredEvent, enterEvent as counted } from './deadline'
import type { TaskFacts } from './facts'
import type { RectificationTask } from './task'
import { whyNotTask } from './workflow'

export interface EventGiven extends Omit<EnteredEvent, 'on'> {
  /** Why an entry is corrected; empty for the first one. */
  readonly reason: string
  /** The person was told that the counted date is already over. */
  readonly pastKnown: boolean
}

/**
 * 录入事件: a `relative` deadline gets its date, from the day of the event and the period that the
 * list prints. Throws `RuleError`, also of a date that is over while nobody was told so.
 */
export const enterEvent = (
  task: RectificationTask,
  { reason, pastKnown, ...entered }: EventGiven,
  actor: Actor,
  facts: Omit<TaskFacts, 'given'>,
): RectificationTask => {
  const { happenedOn: on, paperNumber, period } = entered
  const given = { reason, on, paperNumber }
  refuseIf(whyNotTask(task, 'enterEvent', actor, { ...facts, given }))
  const deadline = counted(task.deadline, on, period, facts.calendar)
  if ((deadline.countedOn ?? '') < facts.today && !pastKnown)
    throw new RuleError('TASK.EVENT_DATE_PAST', ['happenedOn'])
  const event = { ...task.deadline.event!, entered: { ...entered, on: facts.today } }
  return { ...task, deadline: { ...deadline, event } }
}
