import type { Refusal, RefusalCode } from '../refusal'
import type { Need } from '../workflow'
import type { TaskFacts, TaskGiven } from './facts'
import type { RectificationTask } from './task'

export type TaskNeedRule = Need<RectificationTask, TaskFacts>

export const unless = (
  holds: boolean,
  code: RefusalCode,
  fields?: readonly string[],
): Refusal | null => {
  if (holds) return null
  return fields ? { code, fields } : { code }
}

/** A condition on what the caller brings: not asked while the page only asks what is possible. */
export const brought =
  (
    holds: (given: TaskGiven, task: RectificationTask, facts: TaskFacts) => boolean,
    code: RefusalCode,
    fields?: readonly string[],
  ): TaskNeedRule =>
  (task, facts) =>
    facts.given === undefined ? null : unless(holds(facts.given, task, facts), code, fields)
