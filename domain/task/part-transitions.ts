import type { DoneSaid } from '../given'
import type { IsoDay } from '../calendar/day'
import type { Actor } from '../organization/actor'
import { refuseIf } from '../refusal'
import { presentCycle, withCycle } from './cycle'
import type { DoneReport, PartId } from './done-report'
import { rollDuties } from './duty'
import { reportOn, settleDone } from './part'
import { partCase, type PartEvent, type PartFacts, whyNotPart } from './part-workflow'
import type { RectificationTask } from './task'

type Context = Omit<PartFacts, 'given'>

/** What is said with 报完成; of photo, file and paper number what the plan names, at least one. */
export interface DoneGiven {
  readonly on: IsoDay
  readonly words: string
  readonly beforeIds?: readonly string[]
  readonly photoIds: readonly string[]
  readonly fileIds: readonly string[]
  readonly secretFileIds?: readonly string[]
  readonly paperNumber: string | null
  readonly byNodes?: true
}

const decide = (
  task: RectificationTask,
  id: PartId,
  event: PartEvent,
  given: DoneSaid,
  actor: Actor,
  context: Context,
): void => refuseIf(whyNotPart(task, id, event, actor, { ...context, given }))

/** What follows: done days, and which occurrence of a duty is due next. */
const settled = (task: RectificationTask, { today }: Context): RectificationTask =>
  settleDone(rollDuties(task, today))

const withReport = (
  task: RectificationTask,
  report: DoneReport,
  context: Context,
): RectificationTask => settled({ ...task, done: [...task.done, report] }, context)

/** What was said stays readable with its evidence: nothing is replaced in silence. */
const withoutReport = (task: RectificationTask, id: PartId): RectificationTask => {
  const taken = task.done.filter(({ partId }) => partId === id)
  const done = task.done.filter(({ partId }) => partId !== id)
  const { undone } = presentCycle(task)
  return withCycle({ ...task, done }, { undone: [...undone, ...taken] })
}

/**
 * 报完成 of one part. A day before the assignment is taken (交办前已完成); one ahead is not. What
 * is reminded of it ends with the same change. Throws `RuleError`.
 */
export const reportDone = (
  task: RectificationTask,
  id: PartId,
  given: DoneGiven,
  actor: Actor,
  context: Context,
): RectificationTask => {
  decide(task, id, 'reportDone', given, actor, context)
  return withReport(
    task,
    {
      ...given,
      partId: id,
      unitId: partCase(task, id)!.part.unitId,
      reportedOn: context.today,
      byId: actor.personId,
      noPart: false,
    },
    context,
  )
}

/** The report goes and the part is owed again from its old day. */
const takenBack =
  (event: 'undoDone' | 'returnDone') =>
  (
    task: RectificationTask,
    id: PartId,
    given: { readonly reason: string },
    actor: Actor,
    context: Context,
  ): RectificationTask => {
    decide(task, id, event, given, actor, context)
    return settled(withoutReport(task, id), context)
  }

/** 撤回 by the unit itself. Throws `RuleError`. */
export const undoDone = takenBack('undoDone')

/** 退回 by the lead unit, by the office where the lead reported itself. Throws `RuleError`. */
export const returnDone = takenBack('returnDone')

/** A share that was said done by confirming firms' nodes is open again with one of them. */
export const withoutNode = (task: RectificationTask, id: PartId): RectificationTask | null =>
  reportOn(task, id)?.byNodes ? settleDone(withoutReport(task, id)) : null

/** The lead records that this unit has no part in a measure that others do. Throws `RuleError`. */
export const recordNoPart = (
  task: RectificationTask,
  id: PartId,
  given: { readonly reason: string },
  actor: Actor,
  context: Context,
): RectificationTask => {
  decide(task, id, 'recordNoPart', given, actor, context)
  return withReport(
    task,
    {
      partId: id,
      unitId: partCase(task, id)!.part.unitId,
      on: context.today,
      reportedOn: context.today,
      byId: actor.personId,
      words: given.reason,
      photoIds: [],
      fileIds: [],
      paperNumber: null,
      noPart: true,
    },
    context,
  )
}
