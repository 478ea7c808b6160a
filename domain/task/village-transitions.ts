import type { IsoDay } from '../calendar/day'
import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { type Refusal, refuseIf } from '../refusal'
import type { TaskFacts } from './facts'
import type { RectificationTask } from './task'
import { whyNotTask } from './workflow'

/** 请村里说看法; what it asks is written beside the task (`asking`). Throws `RuleError`. */
export const askVillage = (
  task: RectificationTask,
  actor: Actor,
  facts: TaskFacts,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'askVillage', actor, { ...facts, given: {} }))
  return task
}

const whyNotDay = (on: IsoDay, { today }: TaskFacts): Refusal | null =>
  on > today ? { code: 'TASK.DATE_AHEAD', fields: ['on'] } : null

/** 上门听村里说, by two persons who are not of a unit that does the work. Throws `RuleError`. */
export const visitVillage = (
  task: RectificationTask,
  given: {
    readonly villageCode: RegionCode
    readonly companion: string
    readonly on: IsoDay
  },
  actor: Actor,
  facts: TaskFacts,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'visitVillage', actor, { ...facts, given }))
  refuseIf(whyNotDay(given.on, facts))
  return task
}
