import type { Point } from '../file/camera'
import type { Actor } from '../organization/actor'
import { refuseIf } from '../refusal'
import type { TaskFacts } from './facts'
import type { RectificationTask } from './task'
import { whyNotTask } from './workflow'

/** 记下位置 of the whole: photos of what has no site of its own are held beside it. Throws `RuleError`. */
export const setPoint = (
  task: RectificationTask,
  point: Point,
  actor: Actor,
  facts: Omit<TaskFacts, 'given'>,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'setPoint', actor, { ...facts, given: {} }))
  return { ...task, point }
}
