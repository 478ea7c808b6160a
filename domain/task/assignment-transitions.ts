import { type Days, limitFrom } from '../calendar/period'
import { type Actor, systemActor } from '../organization/actor'
import type { UnitId } from '../organization/unit'
import { refuseIf } from '../refusal'
import {
  type AssignmentEvent,
  type AssignmentFacts,
  isAmending,
  whyNotAssignment,
} from './assignment-workflow'
import { type HandOver, withHandedOver } from './hand-over'
import { noFacts } from './kept-facts'
import { withOwnMeasures } from './plan'
import { settleDone } from './part'
import type { Assignment, PlanAmendment, RectificationPlan, RectificationTask } from './task'
import { whyNotTask } from './workflow'

type Context = Omit<AssignmentFacts, 'given'>

/** A new share: the unit has some working days to sign for it. */
export const newAssignment = (unitId: UnitId, context: Context) => {
  const { today } = context
  const signDue = limitFrom(today, 'signForWorkingDays', context)
  return {
    unitId,
    state: 'pending',
    personId: null,
    personName: null,
    phone: null,
    assignedOn: today,
    signDueOn: signDue.on,
    signDueProvisional: signDue.provisional,
    signedOn: null,
    planDueOn: null,
    planDueProvisional: false,
    plan: null,
    planSubmittedOn: null,
    returnedReason: null,
  } satisfies Assignment
}

/** Once every unit's plan is approved the rectification begins of itself. */
const settle = (task: RectificationTask, days: Days): RectificationTask => {
  const facts = { ...noFacts, released: false, ...days, given: {} }
  const begins = whyNotTask(task, 'startRectifying', systemActor, facts) === null
  return begins ? { ...task, state: 'inProgress' } : task
}

/** Asks the law, then writes the change into the unit's share. Throws `RuleError`. */
const change = (
  task: RectificationTask,
  unitId: UnitId | null,
  event: AssignmentEvent,
  actor: Actor,
  facts: AssignmentFacts,
  next: (assignment: Assignment) => Partial<Assignment>,
): RectificationTask => {
  refuseIf(whyNotAssignment(task, unitId, event, actor, facts))
  const changed = {
    ...task,
    assignments: task.assignments.map((assignment) =>
      assignment.unitId === unitId ? { ...assignment, ...next(assignment) } : assignment,
    ),
  }
  return settle(changed, facts)
}

/** 签收 by the actor's own unit: whoever signs is the one who is reminded. */
export const signFor = (
  task: RectificationTask,
  given: { readonly person: string; readonly phone: string },
  actor: Actor,
  context: Context,
): RectificationTask => {
  const planDue = limitFrom(context.today, 'planWorkingDays', context)
  return change(task, actor.unitId, 'signFor', actor, { ...context, given }, () => ({
    state: 'signedFor',
    personId: actor.personId,
    personName: given.person,
    phone: given.phone,
    signedOn: context.today,
    planDueOn: planDue.on,
    planDueProvisional: planDue.provisional,
  }))
}

/** 退回: the unit says why the task is not its own. */
export const returnAssignment = (
  task: RectificationTask,
  given: { readonly reason: string },
  actor: Actor,
  context: Context,
): RectificationTask =>
  change(task, actor.unitId, 'returnAssignment', actor, { ...context, given }, () => ({
    state: 'returned',
    returnedReason: given.reason,
  }))

/** In place of a unit's share: one that begins anew, or none where the other unit has its own. */
const sharesAfter = (
  { assignments }: RectificationTask,
  { from, to }: HandOver,
  context: Context,
): Assignment[] => {
  const hasShare = from !== to && assignments.some(({ unitId }) => unitId === to)
  return assignments.flatMap((assignment) => {
    if (assignment.unitId !== from) return [assignment]
    return hasShare ? [] : [newAssignment(to, context)]
  })
}

/** The one way in which a share leaves its unit; the task stays where it is and done parts stay done. */
const handOver = (
  task: RectificationTask,
  given: HandOver,
  context: Context,
): RectificationTask => {
  const assignments = sharesAfter(task, given, context)
  return settleDone(settle({ ...withHandedOver(task, given, context.today), assignments }, context))
}

interface Moved {
  readonly fromUnitId: UnitId
  readonly toUnitId: UnitId
  readonly reason: string
}

const moveShare =
  (event: 'reassign' | 'dropShare') =>
  (task: RectificationTask, given: Moved, actor: Actor, context: Context): RectificationTask => {
    const { fromUnitId: from, toUnitId: to } = given
    refuseIf(whyNotAssignment(task, from, event, actor, { ...context, given }))
    return handOver(task, { from, to }, context)
  }

/**
 * 改派 of a share, whatever its unit has done of it. A unit that is at work on its own share takes it
 * into that one. Throws `RuleError`.
 */
export const reassign = moveShare('reassign')

/** 并入: a share that was returned ends, and a unit that has its own takes its measures. Throws `RuleError`. */
export const dropShare = moveShare('dropShare')

export const submitPlan = (
  task: RectificationTask,
  given: { readonly plan: RectificationPlan },
  actor: Actor,
  context: Context,
): RectificationTask =>
  change(task, actor.unitId, 'submitPlan', actor, { ...context, given }, () => ({
    state: 'planSubmitted',
    plan: given.plan,
    planSubmittedOn: context.today,
    returnedReason: null,
  }))

/**
 * 改方案 of an approved one: what changes and why; no date past the deadline, done parts stay done.
 * Throws `RuleError`.
 */
export const amendPlan = (
  task: RectificationTask,
  given: { readonly plan: RectificationPlan; readonly reason: string },
  actor: Actor,
  context: Context,
): RectificationTask =>
  change(task, actor.unitId, 'amendPlan', actor, { ...context, given }, () => ({
    amendment: { state: 'submitted', ...given, submittedOn: context.today },
    returnedReason: null,
  }))

/** What becomes of what was to come in place of the plan. */
const amended =
  (state: Exclude<PlanAmendment['state'], 'submitted'>, returnedReason: string | null) =>
  ({ amendment }: Assignment): Partial<Assignment> => ({
    amendment: amendment ? { ...amendment, state } : null,
    returnedReason,
  })

/** The new plan binds from now on; what was said done of its parts stays said. */
const withAmended = ({ amendment }: Assignment): Partial<Assignment> =>
  amendment ? { plan: amendment.plan, amendment: null, returnedReason: null } : {}

/** The last approval moves the task to `inProgress`; of an amended plan it moves nothing. */
export const approvePlan = (
  task: RectificationTask,
  given: { readonly unitId: UnitId },
  actor: Actor,
  context: Context,
): RectificationTask =>
  settleDone(
    withOwnMeasures(
      change(task, given.unitId, 'approvePlan', actor, { ...context, given: {} }, (assignment) =>
        isAmending(assignment) ? withAmended(assignment) : { state: 'planned' },
      ),
      given.unitId,
    ),
  )

/** 退方案: the plan stays to be mended; its due day does not move. */
export const returnPlan = (
  task: RectificationTask,
  given: { readonly unitId: UnitId; readonly reason: string },
  actor: Actor,
  context: Context,
): RectificationTask =>
  change(task, given.unitId, 'returnPlan', actor, { ...context, given }, (assignment) =>
    isAmending(assignment)
      ? amended('returned', given.reason)(assignment)
      : { state: 'signedFor', planSubmittedOn: null, returnedReason: given.reason },
  )

/** 撤回方案 before it is decided. */
export const withdrawPlan = (
  task: RectificationTask,
  actor: Actor,
  context: Context,
): RectificationTask =>
  change(task, actor.unitId, 'withdrawPlan', actor, { ...context, given: {} }, (assignment) =>
    isAmending(assignment)
      ? amended('withdrawn', null)(assignment)
      : { state: 'signedFor', planSubmittedOn: null },
  )

/** 签本单位自查, by its leader or with the paper that the leader signed. Throws `RuleError`. */
export const signShare = (
  task: RectificationTask,
  given: { readonly signOffNumber: string | null; readonly fileIds?: readonly string[] },
  actor: Actor,
  context: Context,
): RectificationTask =>
  change(task, actor.unitId, 'signShare', actor, { ...context, given }, () => ({
    signature: {
      ...{ on: context.today, byId: actor.personId, signOffNumber: given.signOffNumber },
      ...((given.fileIds ?? []).length > 0 && { fileIds: given.fileIds }),
    },
  }))

/** 自查 ends what was to come in place of a plan. */
export const withoutAmendments = (task: RectificationTask): RectificationTask => ({
  ...task,
  assignments: task.assignments.map((assignment) =>
    isAmending(assignment)
      ? { ...assignment, ...amended('withdrawn', null)(assignment) }
      : assignment,
  ),
})
