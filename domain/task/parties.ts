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
import type { AcceptanceLevel, AcceptanceStep } from './acceptance'
import type { TaskFacts } from './facts'
import { decidesAs } from './own-cause'
import { answeringUnitOf, doingUnitsOf, responsibleUnitsOf } from './responsibility'
import type { RectificationTask } from './task'

export type TaskParty =
  | 'coordinatorOfRegion'
  | 'decidingOffice'
  | 'closingOffice'
  | 'draftMaker'
  | 'consultedBody'
  | 'eventEnterer'
  | 'responsibleUnit'
  | 'answeringUnit'
  | 'verifyingUnit'
  | 'recorderOfUpperStep'
  | 'namedChecker'
  | 'inspectorOfRegion'
  | 'decidingPublisher'
  | 'system'

/** 整改办: a county's acts where all of a task's regions lie in the county; the city's everywhere. */
export const coordinatorOfTask = (
  actor: Actor,
  task: Pick<RectificationTask, 'regionCodes'>,
): RefusalCode | null => holdsRegion(actor, 'coordinator', task.regionCodes)

/** 整改办 where it is not its own work, else the leader: whoever says yes or no for the office. */
export const decidesForOffice = decidesAs('coordinator')

const isChecking = ({ role }: Pick<Actor, 'role'>): boolean =>
  isUnitRole(role) || role === 'inspector'

type Looking = Pick<Actor, 'role' | 'unitId' | 'regionCode'>

/** Whoever could take this step: its unit; an inspector at county and city. */
export const whyNotStep = (
  actor: Looking,
  task: RectificationTask,
  step: AcceptanceStep | null,
): RefusalCode | null => {
  if (!isChecking(actor)) return 'ACCESS.ROLE'
  if (step === null) return 'ACCESS.UNIT'
  if (isUnitRole(actor.role))
    return step.unitId !== null && step.unitId === actor.unitId ? null : 'ACCESS.UNIT'
  if (step.level !== 'county' && step.level !== 'city') return 'ACCESS.UNIT'
  // Nobody in their own cause: not where the inspector's own unit does the work.
  if (actor.unitId !== null && doingUnitsOf(task).includes(actor.unitId)) return 'ACCESS.UNIT'
  return coversAll(actor.regionCode, task.regionCodes) ? null : 'ACCESS.REGION'
}

/** As `whyNotStep`, of the step whose turn it is. */
export const whyNotChecker = (actor: Looking, task: RectificationTask): RefusalCode | null =>
  whyNotStep(actor, task, nextStep(task))

/** A step that this person could have taken and others have: they decided, or sent it back. */
export const isTakenByOthers = (
  actor: Looking,
  task: RectificationTask,
  level: AcceptanceLevel,
  cycle: number,
): boolean => {
  const place = task.acceptanceChain.findIndex((step) => step.level === level)
  const { ordinal, checks } = presentCycle(task)
  const isOver =
    task.state !== 'verifying' || ordinal !== cycle || (place >= 0 && place < checks.length)
  return isOver && whyNotStep(actor, task, task.acceptanceChain[place] ?? null) === null
}

export const taskParties: Readonly<Record<TaskParty, Party<RectificationTask, TaskFacts>>> = {
  coordinatorOfRegion: coordinatorOfTask,
  decidingOffice: decidesForOffice,
  // 谁销号: only items the county closes are closed by a county's office.
  closingOffice: (actor, task) => {
    const refusal = decidesForOffice(actor, task)
    if (refusal || task.closingLevel === 'county') return refusal
    return isCityRegion(actor.regionCode ?? '') ? null : 'ACCESS.REGION'
  },
  draftMaker: (actor, task, { madeById }) =>
    coordinatorOfTask(actor, task) ??
    (madeById !== null && actor.personId === madeById ? null : 'ACCESS.OWNER'),
  consultedBody: ({ role, unitId }, { consultation }) => {
    if (role !== 'villageOfficer' && role !== 'enterpriseAgent') return 'ACCESS.ROLE'
    return consultation?.bodies.some((body) => body.unitId === unitId) ? null : 'ACCESS.UNIT'
  },
  // Whoever the office named when it assigned; else nobody but the office.
  eventEnterer: (actor, { deadline: { event } }) =>
    actsForUnit(actor, event?.enteredBy ? [event.enteredBy] : []),
  responsibleUnit: (actor, task) => actsForUnit(actor, responsibleUnitsOf(task)),
  answeringUnit: (actor, task) => {
    const unit = answeringUnitOf(task.units)
    return actsForUnit(actor, unit === null ? [] : [unit])
  },
  verifyingUnit: (actor, task) => whyNotChecker(actor, task),
  // The province has no accounts here: its step is recorded by the city's office.
  recorderOfUpperStep: (actor, task) => {
    const refusal = decidesForOffice(actor, task)
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
  decidingPublisher: decidesAs('publisher'),
  system: (actor) => (actor.role === 'system' ? null : 'ACCESS.ROLE'),
}
