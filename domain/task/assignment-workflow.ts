import { isFilled } from '../given'
import type { Days } from '../calendar/period'
import type { Actor } from '../organization/actor'
import { actsForUnit, isUnitRole } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import type { Refusal, RefusalCode } from '../refusal'
import { type Need, type Party, type Rules, rulesOf } from '../workflow'
import { isSignedOnPaper } from './cycle'
import { whyNotProven } from './part-proof'
import { coordinatorOfTask, decidesForOffice } from './parties'
import { whyNotAmended, whyNotPlan } from './plan'
import { answeringUnitOf, assignmentOf, couldTakeOver } from './responsibility'
import { isShareDone, signsItsShare, standingSignature } from './share-signature'
import {
  type Assignment,
  type AssignmentState,
  assignmentStates,
  isWorkedOn,
  type RectificationPlan,
  type RectificationTask,
} from './task'

export const assignmentEvents = [
  'signFor', // 签收
  'returnAssignment', // 退回
  'reassign', // 改派
  'dropShare', // 并入另一责任单位
  'submitPlan', // 报方案
  'approvePlan', // 批方案
  'returnPlan', // 退方案
  'withdrawPlan', // 撤回方案
  'amendPlan', // 改方案
  'signShare', // 签本单位自查
] as const
export type AssignmentEvent = (typeof assignmentEvents)[number]

/** One unit's share together with its task. */
export interface AssignmentCase {
  readonly state: AssignmentState
  readonly assignment: Assignment
  readonly task: RectificationTask
}

export interface AssignmentGiven {
  readonly person?: string
  readonly phone?: string
  readonly reason?: string
  readonly toUnitId?: UnitId
  readonly plan?: RectificationPlan
  /** Of the paper that the leader signed, where staff record it. */
  readonly signOffNumber?: string | null
  /** That paper itself, scanned. */
  readonly fileIds?: readonly string[]
}

export interface AssignmentFacts extends Days {
  readonly given?: AssignmentGiven
}

type AssignmentParty = 'responsibleUnit' | 'leadUnit' | 'officeForLead' | 'coordinatorOfRegion'
type AssignmentParties = Record<AssignmentParty, Party<AssignmentCase, AssignmentFacts>>

const approver = (
  actor: Actor,
  { task, assignment }: AssignmentCase,
  asOffice: boolean,
): RefusalCode | null => {
  const lead = answeringUnitOf(task.units)
  // Nobody approves their own plan: where the lead plans for itself the office decides.
  const isOwnPlan = lead === null || lead === assignment.unitId
  if (asOffice) return decidesForOffice(actor, task) ?? (isOwnPlan ? null : 'ACCESS.UNIT')
  return actsForUnit(actor, isOwnPlan ? [] : [lead])
}

const parties: AssignmentParties = {
  responsibleUnit: (actor, { assignment }) => actsForUnit(actor, [assignment.unitId]),
  leadUnit: (actor, thing) => approver(actor, thing, false),
  officeForLead: (actor, thing) => approver(actor, thing, true),
  coordinatorOfRegion: (actor, { task }) => coordinatorOfTask(actor, task),
}

/** Something is to come in place of the plan, and the lead has not decided. */
export const isAmending = ({ amendment }: Pick<Assignment, 'amendment'>): boolean =>
  amendment?.state === 'submitted'

/** Units whose own shares could take in this one. */
const unitsBeside = (
  { assignments }: RectificationTask,
  { unitId: from }: Assignment,
): (UnitId | undefined)[] =>
  assignments.filter((other) => couldTakeOver(other, from)).map(({ unitId }) => unitId)

type AssignmentNeedRule = Need<AssignmentCase, AssignmentFacts>

const needs = {
  /** Until the self-check: a share that goes to another unit begins anew while others are at work. */
  workedOn: ({ task }) => (isWorkedOn(task.state) ? null : { code: 'THING.STATE' }),
  personAndPhone: (_thing, { given }) =>
    given === undefined || (isFilled(given.person) && isFilled(given.phone))
      ? null
      : { code: 'TASK.PLAN_INCOMPLETE', fields: ['person', 'phone'] },
  reason: (_thing, { given }) =>
    given === undefined || isFilled(given.reason)
      ? null
      : { code: 'TASK.REASON_REQUIRED', fields: ['reason'] },
  unit: (_thing, { given }) =>
    given === undefined || isFilled(given.toUnitId)
      ? null
      : { code: 'TASK.NO_SINGLE_LEAD', fields: ['toUnitId'] },
  /**
   * The office may insist on a unit that sent its share back; elsewhere nothing would change. A share that
   * was sent back goes to a unit with its own by `dropShare`.
   */
  anotherUnit: ({ state, assignment, task }, { given }) => {
    if (given === undefined) return null
    const { toUnitId: to } = given
    const isRefused =
      state === 'returned' ? unitsBeside(task, assignment).includes(to) : to === assignment.unitId
    return isRefused ? { code: 'THING.STATE', fields: ['toUnitId'] } : null
  },
  anotherRemains: ({ task, assignment }, { given }) =>
    unitsBeside(task, assignment).some((to) => given === undefined || to === given.toUnitId)
      ? null
      : { code: 'THING.STATE', fields: ['toUnitId'] },
  /** A plan, or what is to come in its place. */
  planAwaits: ({ task, assignment }) => {
    const isAsked =
      assignment.state === 'planSubmitted'
        ? isWorkedOn(task.state)
        : isAmending(assignment) && task.state === 'inProgress'
    return isAsked ? null : { code: 'THING.STATE' }
  },
  mayAmend: ({ task, assignment }) =>
    task.state === 'inProgress' && !isAmending(assignment) ? null : { code: 'THING.STATE' },
  amendedPlan: ({ task, assignment }, { given, today }) => {
    if (given === undefined) return null
    if (!given.plan || !assignment.plan) return { code: 'TASK.PLAN_INCOMPLETE', fields: ['plan'] }
    return whyNotAmended(task, { ...assignment, plan: assignment.plan }, given.plan, today)
  },
  completePlan: ({ task, assignment }, { given, today }) => {
    if (given === undefined) return null
    if (!given.plan) return { code: 'TASK.PLAN_INCOMPLETE', fields: ['plan'] }
    return whyNotPlan(task, assignment.unitId, given.plan, today)
  },
  /** Asked of this unit, and not said yet of the share as it is. */
  toBeSigned: ({ task, assignment }) =>
    signsItsShare(task, assignment.unitId) && standingSignature(assignment) === null
      ? null
      : { code: 'THING.STATE' },
  shareDone: ({ task, assignment }) =>
    isShareDone(task, assignment.unitId) ? null : { code: 'TASK.MEASURE_UNFINISHED' },
  shareProven: ({ task, assignment }) => whyNotProven(task, assignment.unitId),
  leaderSignOff: (_thing, { given }, { role }) =>
    given === undefined || role === 'unitLeader' || isSignedOnPaper(given)
      ? null
      : { code: 'TASK.SIGN_OFF_MISSING', fields: ['signOffNumber'] },
} as const satisfies Record<string, AssignmentNeedRule>

/** The law of one unit's share: signed for, planned, approved. */
export const assignmentRules: Rules<AssignmentCase, AssignmentFacts, AssignmentEvent> = rulesOf({
  table: {
    signFor: {
      from: ['pending'],
      to: 'signedFor',
      by: ['responsibleUnit'],
      needs: ['workedOn', 'personAndPhone'],
    },
    returnAssignment: {
      from: ['pending'],
      to: 'returned',
      by: ['responsibleUnit'],
      needs: ['workedOn', 'reason'],
    },
    // Whatever the unit has done of it: nobody waits for a unit that cannot act.
    reassign: {
      from: assignmentStates,
      to: 'pending',
      by: ['coordinatorOfRegion'],
      needs: ['workedOn', 'unit', 'anotherUnit', 'reason'],
    },
    // Ends; nothing of it is left but its history.
    dropShare: {
      from: ['returned'],
      to: null,
      by: ['coordinatorOfRegion'],
      needs: ['workedOn', 'anotherRemains', 'reason'],
    },
    submitPlan: {
      from: ['signedFor'],
      to: 'planSubmitted',
      by: ['responsibleUnit'],
      needs: ['workedOn', 'completePlan'],
    },
    // Of an amended plan too: the share stays planned, with the plan that stands or the new one.
    approvePlan: {
      from: ['planSubmitted', 'planned'],
      to: 'planned',
      by: ['leadUnit', 'officeForLead'],
      needs: ['planAwaits'],
    },
    returnPlan: {
      from: ['planSubmitted', 'planned'],
      to: { planSubmitted: 'signedFor', planned: 'planned' },
      by: ['leadUnit', 'officeForLead'],
      needs: ['planAwaits', 'reason'],
    },
    withdrawPlan: {
      from: ['planSubmitted', 'planned'],
      to: { planSubmitted: 'signedFor', planned: 'planned' },
      by: ['responsibleUnit'],
      needs: ['planAwaits'],
    },
    amendPlan: {
      from: ['planned'],
      to: null,
      by: ['responsibleUnit'],
      needs: ['mayAmend', 'reason', 'amendedPlan'],
    },
    // Before the answering unit's leader signs the whole; what changes afterwards asks for it again.
    signShare: {
      from: ['planned'],
      to: null,
      by: ['responsibleUnit'],
      needs: ['workedOn', 'toBeSigned', 'shareDone', 'shareProven', 'leaderSignOff'],
    },
  },
  parties,
  needs,
})

/** One unit's share as a thing of its own; null when the unit has none. */
const assignmentCase = (task: RectificationTask, unitId: UnitId | null): AssignmentCase | null => {
  const assignment = assignmentOf(task, unitId)
  return assignment ? { state: assignment.state, assignment, task } : null
}

/** Nobody's share: a unit is a guest here, and whoever is no unit has the wrong role first. */
const strangerCode = (
  task: RectificationTask,
  event: AssignmentEvent,
  actor: Actor,
): RefusalCode => {
  const { by } = assignmentRules.table[event]
  if (isUnitRole(actor.role)) {
    const isForUnits = by.some((party) => party === 'responsibleUnit' || party === 'leadUnit')
    return isForUnits ? 'ACCESS.UNIT' : 'ACCESS.ROLE'
  }
  if (by.includes('officeForLead')) return decidesForOffice(actor, task) ?? 'ACCESS.UNIT'
  if (by.includes('coordinatorOfRegion')) return coordinatorOfTask(actor, task) ?? 'ACCESS.UNIT'
  return 'ACCESS.ROLE'
}

/** Why this event may not happen to the unit's share now, or null. */
export const whyNotAssignment = (
  task: RectificationTask,
  unitId: UnitId | null,
  event: AssignmentEvent,
  actor: Actor,
  facts: AssignmentFacts,
): Refusal | null => {
  const thing = assignmentCase(task, unitId)
  if (thing) return assignmentRules.whyNot(thing, event, actor, facts)
  return { code: strangerCode(task, event, actor) }
}

/** Events this person may do on the unit's share, in the table's order. */
export const allowedAssignmentEvents = (
  task: RectificationTask,
  unitId: UnitId,
  actor: Actor,
  facts: AssignmentFacts,
): AssignmentEvent[] => {
  const thing = assignmentCase(task, unitId)
  return thing ? assignmentRules.allowed(thing, actor, facts) : []
}
