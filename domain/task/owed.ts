import { addDays, earliest, type IsoDay } from '../calendar/day'
import { coveringRegion, unitRolesOfStaff } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import { isAmending } from './assignment-workflow'
import { countedDateOf, type DeadlineStage, isPureDuty, stageDayOf } from './deadline'
import { dutyStates } from './duty'
import { isOpenExtension } from './extension'
import {
  dutiesOf,
  type Duty,
  hasShareOf,
  isOccurrenceSaid,
  plannedMeasureOf,
  shareDoneOn,
  shareDueOn,
  unitsOwingDuty,
} from './part'
import { answeringUnitOf, assignmentOf, measuresOfUnit } from './responsibility'
import { decidersOwing } from './own-cause'
import { finalDueOn } from './schedule'
import { isShareDone, signOwedSince, signsItsShare, standingSignature } from './share-signature'
import { type Assignment, isOpen, isWorkedOn, type Measure, type RectificationTask } from './task'
import type { Obligation } from '../reminder/obligation'
import { consultationOwed } from './consultation-owed'
import { closeOutOwed, type PresentChecks } from './close-out-owed'
import {
  moveOn,
  type ObligationContext,
  type Owed,
  oweFor,
  dueAfter,
} from '../reminder/obligation-context'

/** A limit that runs outside the task's own record. */
export interface RunningLimit {
  readonly node: string
  readonly madeOn: IsoDay
  readonly dueOn: IsoDay
  readonly provisional?: boolean
}

/** Dated things of a task that other records hold. */
export interface TaskDuties {
  /** The day on which the task came into its state. */
  readonly since: IsoDay
  /** The checks recorded on the present public text. */
  readonly release: PresentChecks
  /** One for each unit that has not reported in the running month. */
  readonly monthlyReports?: readonly (RunningLimit & { readonly unitId: UnitId })[]
}

/** The lead's word on a plan, or on what is to come in its place. */
const approvalOf = (
  task: RectificationTask,
  { unitId }: Assignment,
  submittedOn: IsoDay | null,
  context: ObligationContext,
): Owed[] => {
  if (submittedOn === null) return []
  const lead = answeringUnitOf(task.units)
  const isOwnPlan = lead === null || lead === unitId
  return [
    {
      kind: 'approvePlan',
      node: unitId,
      madeOn: submittedOn,
      ...dueAfter(submittedOn, 'approvePlanWorkingDays', context),
      ...(isOwnPlan
        ? decidersOwing('coordinator', task)
        : { unitId: lead, roles: unitRolesOfStaff }),
    },
  ]
}

/** Its leader's signature, once everything of the share is done. */
const signatureOf = (
  task: RectificationTask,
  assignment: Assignment,
  context: ObligationContext,
): Owed[] => {
  const { unitId } = assignment
  const isOwed = signsItsShare(task, unitId) && isShareDone(task, unitId)
  if (!isOwed || standingSignature(assignment)) return []
  const madeOn = signOwedSince(task, assignment)
  const due = dueAfter(madeOn, 'selfCheckWorkingDays', context)
  return [{ kind: 'signShare', node: unitId, madeOn, ...due, unitId, roles: unitRolesOfStaff }]
}

/** What is owed on one unit's share: until its plan is approved, and again when it is done. */
const shareOf = (
  task: RectificationTask,
  assignment: Assignment,
  context: ObligationContext,
): Owed[] => {
  const { unitId, assignedOn, signedOn, planDueOn } = assignment
  switch (assignment.state) {
    case 'pending':
      return [
        {
          kind: 'signFor',
          node: unitId,
          madeOn: assignedOn,
          dueOn: assignment.signDueOn,
          provisional: assignment.signDueProvisional,
          unitId,
          roles: unitRolesOfStaff,
        },
      ]
    case 'returned': {
      // Counted from the last day to sign: returning early leaves the office more time.
      const due = dueAfter(assignment.signDueOn, 'reassignWorkingDays', context, assignedOn)
      return [
        { kind: 'reassign', node: unitId, madeOn: assignedOn, ...due, roles: ['coordinator'] },
      ]
    }
    case 'signedFor':
      if (planDueOn === null) return []
      return [
        {
          kind: 'submitPlan',
          node: unitId,
          madeOn: signedOn ?? assignedOn,
          dueOn: planDueOn,
          provisional: assignment.planDueProvisional,
          unitId,
          signerOwes: true,
          roles: unitRolesOfStaff,
        },
      ]
    case 'planSubmitted':
      return approvalOf(task, assignment, assignment.planSubmittedOn, context)
    case 'planned':
      return signatureOf(task, assignment, context)
  }
}

const amendmentsOf = (task: RectificationTask, context: ObligationContext): Owed[] =>
  task.assignments
    .filter(isAmending)
    .flatMap((assignment) =>
      approvalOf(task, assignment, assignment.amendment?.submittedOn ?? null, context),
    )

const owner = ({ unitId }: Pick<Assignment, 'unitId'>) => ({
  unitId,
  signerOwes: true,
  roles: unitRolesOfStaff,
})

const stagesOf = (
  stages: readonly DeadlineStage[],
  end: IsoDay | null,
  node: string,
  assignment: Assignment,
): Owed[] =>
  stages.flatMap((stage, index) =>
    // The last stage is the end itself, which has its own obligation.
    stage.doneOn || stageDayOf(stage) === end
      ? []
      : [
          {
            kind: 'milestone',
            node: `${node}-${index}`,
            dueOn: stageDayOf(stage),
            madeOn: assignment.assignedOn,
            ...owner(assignment),
          },
        ],
  )

const isUnfinished = ({ state, completedOn }: RectificationTask): boolean =>
  isWorkedOn(state) && completedOn === null

/** One measure of one unit: its own or planned day, and the milestones before it. */
const measureOf = (task: RectificationTask, measure: Measure, assignment: Assignment): Owed[] => {
  const planned = plannedMeasureOf(assignment, measure.id)
  const ownDay = measure.deadline ? countedDateOf(measure.deadline) : null
  const dueOn = shareDueOn(task, measure, assignment)
  const provisional = dueOn === ownDay && measure.deadline?.provisional === true
  const node = `${measure.id}-${assignment.unitId}`
  const common = { part: measure.text, madeOn: assignment.assignedOn, ...owner(assignment) }
  const milestones = (planned?.milestones ?? []).flatMap((milestone): Owed[] =>
    milestone.doneOn || milestone.dueOn === dueOn
      ? []
      : [
          {
            kind: 'milestone',
            node: `${node}-${milestone.id}`,
            dueOn: milestone.dueOn,
            ...common,
            part: milestone.text,
          },
        ],
  )
  return [
    ...(dueOn === null || !hasShareOf(measure, assignment.unitId) || isPureDuty(measure.deadline)
      ? []
      : [{ kind: 'finishMeasure' as const, node, dueOn, provisional, ...common }]),
    ...milestones,
    ...stagesOf(measure.deadline?.stages ?? [], ownDay, `${node}-stage`, assignment),
  ]
}

const measuresOf = (task: RectificationTask): Owed[] =>
  task.assignments
    .filter(({ state }) => state !== 'returned')
    .flatMap((assignment) =>
      measuresOfUnit(task, assignment.unitId)
        .filter((measure) => shareDoneOn(task, measure, assignment.unitId) === null)
        .flatMap((measure) => measureOf(task, measure, assignment)),
    )

/** The next time of what comes again and again, of each unit that has not said it done. */
const dutiesOwed = (task: RectificationTask): Owed[] =>
  dutyStates.includes(task.state) ? dutiesOf(task).flatMap((duty) => dutyOf(task, duty)) : []

const dutyOf = (task: RectificationTask, duty: Duty): Owed[] => {
  const { measureId, deadline } = duty
  const dueOn = deadline.nextOn
  const measure = task.measures.find(({ id }) => id === measureId)
  // Until it is completed the end of such a task is its next time, and is owed as that.
  const isEnd = measureId === null && isPureDuty(deadline) && isUnfinished(task)
  if (dueOn === null || isEnd) return []
  return unitsOwingDuty(task, duty)
    .filter((unitId) => !isOccurrenceSaid(task, duty, unitId, dueOn))
    .flatMap((unitId) => assignmentOf(task, unitId) ?? [])
    .filter(({ state }) => state === 'planned')
    .map((assignment) => ({
      kind: 'finishMeasure' as const,
      node: `${measureId ?? 'whole'}-${assignment.unitId}-${dueOn}`,
      part: measure?.text ?? deadline.text,
      dueOn,
      madeOn: deadline.past?.at(-1) ?? assignment.assignedOn,
      ...owner(assignment),
    }))
}

/** The whole: its end and its stages, owed by the unit that answers for it. */
const wholeOf = (task: RectificationTask): Owed[] => {
  const answering = assignmentOf(task, answeringUnitOf(task.units)) ?? task.assignments[0]
  // Returned: nobody's until the office has given it to another unit.
  if (answering === undefined || answering.state === 'returned') return []
  const dueOn = finalDueOn(task)
  const end: Owed[] =
    dueOn === null
      ? []
      : [
          {
            kind: 'finishTask',
            node: 'end',
            dueOn,
            provisional: task.deadline.provisional,
            madeOn: answering.assignedOn,
            ...owner(answering),
          },
        ]
  return [...end, ...stagesOf(task.deadline.stages, dueOn, 'stage', answering)]
}

/** What is unfinished of the work itself: the whole, measures, milestones and stages. */
const unfinishedOf = (task: RectificationTask): Owed[] =>
  isUnfinished(task) ? [...wholeOf(task), ...measuresOf(task)] : []

/** The work itself with its days, what comes again and again included. */
export const workOwed = (task: RectificationTask): Owed[] => [
  ...unfinishedOf(task),
  ...dutiesOwed(task),
]

/** No date counts before the awaited event is entered: somebody is asked for it. */
const eventOf = (
  { deadline, assignments }: RectificationTask,
  { settings }: ObligationContext,
): Owed[] => {
  const madeOn = earliest(assignments.map(({ assignedOn }) => assignedOn))
  const unitId = deadline.event?.enteredBy ?? null
  if (deadline.countedOn !== null || unitId === null || madeOn === null) return []
  const dueOn = addDays(madeOn, settings.on(madeOn).awaitEventDays)
  return [{ kind: 'enterEvent', node: 'event', dueOn, madeOn, unitId, roles: unitRolesOfStaff }]
}

/** 保密审查, then 公开审查: whichever is missing is owed. */
const releaseOf = (
  task: RectificationTask,
  { secrecy, openness, withheld }: PresentChecks,
  context: ObligationContext,
): Owed[] => {
  const assignedOn = earliest(task.assignments.map((assignment) => assignment.assignedOn))
  if (assignedOn === null) return []
  const madeOn = (secrecy ?? openness ?? withheld)?.on ?? assignedOn
  const due = dueAfter(madeOn, 'releaseCheckWorkingDays', context)
  const owed = { node: 'release', ...due, madeOn }
  if (secrecy === null)
    return [{ kind: 'checkSecrecy', ...owed, ...decidersOwing('coordinator', task) }]
  if (openness === null)
    return [{ kind: 'checkOpenness', ...owed, ...decidersOwing('publisher', task) }]
  return []
}

/** The lead unit's word on a request for more time, then the office's. */
const extensionsOf = (task: RectificationTask): Owed[] =>
  task.extensions
    .filter(isOpenExtension)
    .map(({ id, state, askedOn, endorsedOn, ...extension }) => ({
      kind: 'decideExtension',
      node: id,
      dueOn: extension.decideDueOn,
      provisional: extension.decideDueProvisional,
      ...(state === 'asked'
        ? { madeOn: askedOn, unitId: answeringUnitOf(task.units), roles: unitRolesOfStaff }
        : { madeOn: endorsedOn ?? askedOn, ...decidersOwing('coordinator', task) }),
    }))

const reportsOwed = (duties: TaskDuties): Owed[] =>
  (duties.monthlyReports ?? []).map((limit) => ({
    kind: 'monthlyReport' as const,
    roles: unitRolesOfStaff,
    ...limit,
  }))

/**
 * The complete wanted set of obligations of a task: one source for to-do lists and reminders.
 * A store writes the difference.
 */
export const obligationsOfTask = (
  task: RectificationTask,
  duties: TaskDuties,
  context: ObligationContext,
): readonly Obligation[] => {
  if (task.state === 'cancelled') return []
  const ofState: Owed[] = [
    // A share that went to another unit begins anew while the others are at work.
    ...(isWorkedOn(task.state)
      ? task.assignments.flatMap((assignment) => shareOf(task, assignment, context))
      : []),
    ...unfinishedOf(task),
    ...(isUnfinished(task)
      ? [...eventOf(task, context), ...extensionsOf(task), ...amendmentsOf(task, context)]
      : []),
    ...consultationOwed(task, context),
    ...closeOutOwed(task, duties.since, context, duties.release),
    ...reportsOwed(duties),
  ]
  const owed: Owed[] = [
    ...ofState,
    ...dutiesOwed(task),
    ...(isOpen(task.state) && ofState.length === 0
      ? [moveOn(task.state, duties.since, context)]
      : []),
    ...(isOpen(task.state) ? releaseOf(task, duties.release, context) : []),
  ]
  const thing = {
    id: task.id,
    regionCode: coveringRegion(task.regionCodes) ?? context.rootRegion,
    subject: { thing: 'task', number: task.number, title: task.title },
  } as const
  return owed.map(oweFor(thing, context))
}
