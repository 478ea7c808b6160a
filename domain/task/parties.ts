import type { Actor } from '../organization/actor'
import {
  actsForUnit,
  coversAll,
  holdsRegion,
  isCityRegion,
  isUnitRole,
} from '../organization/scope'
import type { RefusalCode } from '../refusal'
import type { Party } from '../workflow'
import { nextStep } from './acceptance-chain'
import { presentCycle } from './cycle'
import type { TaskFacts } from './facts'
import { answeringUnitOf, doingUnitsOf, responsibleUnitsOf } from './responsibility'
import type { RectificationTask } from './task'

export type TaskParty =
  | 'coordinatorOfRegion'
  | 'closingCoordinator'
  | 'draftMaker'
  | 'responsibleUnit'
  | 'answeringUnit'
  | 'verifyingUnit'
  | 'recorderOfUpperStep'
  | 'namedChecker'
  | 'inspectorOfRegion'
  | 'publisherOfRegion'
  | 'system'

/** 整改办: a county's acts where all of a task's regions lie in the county; the city's everywhere. */
export const coordinatorOfTask = (
  actor: Actor,
  task: Pick<RectificationTask, 'regionCodes'>,
): RefusalCode | null => holdsRegion(actor, 'coordinator', task.regionCodes)

const isChecking = ({ role }: Pick<Actor, 'role'>): boolean =>
  isUnitRole(role) || role === 'inspector'

/** Whoever could take the step whose turn it is: its unit; an inspector at county and city. */
export const whyNotChecker = (
  actor: Pick<Actor, 'role' | 'unitId' | 'regionCode'>,
  task: RectificationTask,
): RefusalCode | null => {
  if (!isChecking(actor)) return 'ACCESS.ROLE'
  const step = nextStep(task)
  if (step === null) return 'ACCESS.UNIT'
  if (isUnitRole(actor.role))
    return step.unitId !== null && step.unitId === actor.unitId ? null : 'ACCESS.UNIT'
  if (step.level !== 'county' && step.level !== 'city') return 'ACCESS.UNIT'
  // Nobody in their own cause: not where the inspector's own unit does the work.
  if (actor.unitId !== null && doingUnitsOf(task).includes(actor.unitId)) return 'ACCESS.UNIT'
  return coversAll(actor.regionCode, task.regionCodes) ? null : 'ACCESS.REGION'
}

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
  verifyingUnit: (actor, task) => whyNotChecker(actor, task),
  // The province has no accounts here: its step is recorded by the city's office.
  recorderOfUpperStep: (actor, task) => {
    const refusal = coordinatorOfTask(actor, task)
    if (refusal) return refusal
    if (nextStep(task)?.level !== 'province') return 'ACCESS.UNIT'
    return isCityRegion(actor.regionCode ?? '') ? null : 'ACCESS.REGION'
  },
  namedChecker: (actor, task) => {
    const named = presentCycle(task).checks.flatMap(({ checkers }) => checkers)
    if (actor.membershipId === null || actor.role === 'coordinator') return 'ACCESS.ROLE'
    const own = named.find(({ membershipId }) => membershipId === actor.membershipId)
    if (own === undefined) return isChecking(actor) ? 'ACCESS.OWNER' : 'ACCESS.ROLE'
    return own.confirmedOn === null ? null : 'ACCESS.OWNER'
  },
  inspectorOfRegion: (actor, task) => holdsRegion(actor, 'inspector', task.regionCodes),
  publisherOfRegion: (actor, task) => holdsRegion(actor, 'publisher', task.regionCodes),
  system: (actor) => (actor.role === 'system' ? null : 'ACCESS.ROLE'),
}
