import type { Actor } from '../organization/actor'
import { actsForUnit, holdsRegion, isCityRegion } from '../organization/scope'
import type { RefusalCode } from '../refusal'
import type { Party } from '../workflow'
import type { TaskFacts } from './facts'
import { answeringUnitOf, responsibleUnitsOf } from './responsibility'
import type { RectificationTask } from './task'

export type TaskParty =
  | 'coordinatorOfRegion'
  | 'closingCoordinator'
  | 'draftMaker'
  | 'responsibleUnit'
  | 'answeringUnit'
  | 'verifyingUnit'
  | 'recorderOfUpperStep'
  | 'inspectorOfRegion'
  | 'publisherOfRegion'
  | 'system'

/** 整改办: a county's acts where all of a task's regions lie in the county; the city's everywhere. */
export const coordinatorOfTask = (
  actor: Actor,
  task: Pick<RectificationTask, 'regionCodes'>,
): RefusalCode | null => holdsRegion(actor, 'coordinator', task.regionCodes)

export const taskParties: Readonly<Record<TaskParty, Party<RectificationTask, TaskFacts>>> = {
  coordinatorOfRegion: coordinatorOfTask,
  // 谁销号: only items the county closes are closed by a county's office.
  closingCoordinator: (actor, task) => {
    const refusal = coordinatorOfTask(actor, task)
    if (refusal || task.closingLevel === 'county') return refusal
    return isCityRegion(actor.regionCode ?? '') ? null : 'ACCESS.REGION'
  },
  draftMaker: (actor, task, { madeById }) =>
    coordinatorOfTask(actor, task) ??
    (madeById !== null && actor.personId === madeById ? null : 'ACCESS.OWNER'),
  responsibleUnit: (actor, task) => actsForUnit(actor, responsibleUnitsOf(task)),
  answeringUnit: (actor, task) => {
    const unit = answeringUnitOf(task.units)
    return actsForUnit(actor, unit === null ? [] : [unit])
  },
  // Which step is next, and whose it is, nothing in the system says yet: so it is nobody's.
  verifyingUnit: (actor) =>
    actor.role !== 'inspector' && actsForUnit(actor, []) === 'ACCESS.ROLE'
      ? 'ACCESS.ROLE'
      : 'ACCESS.UNIT',
  // The province has no accounts here: its step is recorded by the city's office.
  recorderOfUpperStep: (actor, task) => coordinatorOfTask(actor, task) ?? 'ACCESS.UNIT',
  inspectorOfRegion: (actor, task) => holdsRegion(actor, 'inspector', task.regionCodes),
  publisherOfRegion: (actor, task) => holdsRegion(actor, 'publisher', task.regionCodes),
  system: (actor) => (actor.role === 'system' ? null : 'ACCESS.ROLE'),
}
