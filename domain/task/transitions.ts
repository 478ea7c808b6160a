import type { IsoDay } from '../calendar/day'
import { type Actor, systemActor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { UnitId } from '../organization/unit'
import { type Refusal, refuseIf } from '../refusal'
import { newAssignment } from './assignment-transitions'
import { type Deadline, fromTodayOn, isRhythmOpen } from './deadline'
import { rollDuties } from './duty'
import type { TaskFacts } from './facts'
import { settleDone } from './part'
import { responsibleUnitsOf } from './responsibility'
import { type SiteList, withSiteList } from './site-list'
import type { RectificationTask, TaskCategory, TaskId } from './task'
import { whyNotTask } from './workflow'

/** What the list left open and the coordinator decides when assigning. */
export interface AssignmentChoices {
  readonly leadUnitId: UnitId | null
  readonly responsibleUnitIds: readonly UnitId[]
  readonly supportingUnitIds: readonly UnitId[]
  readonly villageCodes: readonly RegionCode[]
  readonly enterpriseIds: readonly UnitId[]
  readonly category?: TaskCategory
  /** Only where the list gives no date: a date in the list is never overwritten. */
  readonly countedOn: IsoDay | null
  readonly eventEnteredBy: UnitId | null
  /** How often it returns, only where the list prints no rhythm. */
  readonly everyMonths?: number | undefined
}

const decidedDeadline = (
  deadline: Deadline,
  {
    countedOn,
    eventEnteredBy,
    everyMonths,
  }: Pick<AssignmentChoices, 'countedOn' | 'eventEnteredBy' | 'everyMonths'>,
): Deadline => ({
  ...deadline,
  // What comes again has a next date; what the office decides is that, and no day of its end.
  ...(deadline.kinds.includes('recurring') && deadline.countedOn === null
    ? { nextOn: deadline.nextOn ?? countedOn }
    : { countedOn: deadline.countedOn ?? countedOn }),
  ...(everyMonths && isRhythmOpen(deadline) && { everyMonths }),
  event: deadline.event && {
    ...deadline.event,
    enteredBy: eventEnteredBy ?? deadline.event.enteredBy,
  },
})

/** The draft with the coordinator's choices in it. A lead is not listed as responsible again. */
const withChoices = (task: RectificationTask, choices: AssignmentChoices): RectificationTask => {
  const lead = choices.leadUnitId === null ? [] : [choices.leadUnitId]
  return {
    ...task,
    category: choices.category ?? task.category,
    villageCodes: choices.villageCodes,
    enterpriseIds: choices.enterpriseIds,
    units: {
      ...task.units,
      lead,
      responsible: [...new Set(choices.responsibleUnitIds)].filter((id) => !lead.includes(id)),
      supporting: [...new Set(choices.supportingUnitIds)],
    },
    deadline: decidedDeadline(task.deadline, choices),
  }
}

/** A list may be late; a day that the office sets itself lies ahead. */
const whyNotChosenDay = (
  { deadline }: RectificationTask,
  { countedOn }: AssignmentChoices,
  { today }: TaskFacts,
): Refusal | null =>
  deadline.countedOn === null && countedOn !== null && countedOn < today
    ? { code: 'TASK.DATE_PAST', fields: ['countedOn'] }
    : null

/** 交办: each responsible unit gets its share to sign for. Throws `RuleError`. */
export const assign = (
  task: RectificationTask,
  choices: AssignmentChoices,
  actor: Actor,
  facts: TaskFacts,
): RectificationTask => {
  const decided = withChoices(task, choices)
  refuseIf(whyNotTask(decided, 'assign', actor, { ...facts, given: {} }))
  refuseIf(whyNotChosenDay(task, choices, facts))
  return {
    ...decided,
    deadline: fromTodayOn(decided.deadline, facts.today),
    measures: decided.measures.map((measure) => ({
      ...measure,
      deadline: measure.deadline && fromTodayOn(measure.deadline, facts.today),
    })),
    state: 'assigned',
    assignments: responsibleUnitsOf(decided).map((unitId) => newAssignment(unitId, facts)),
  }
}

/**
 * 拆分: one child draft per unit of a collective reference. The parent keeps its number and its
 * other units, and is closed only after its children. Throws `RuleError`.
 */
export const split = (
  task: RectificationTask,
  children: readonly { readonly id: TaskId; readonly unitId: UnitId }[],
  actor: Actor,
  facts: TaskFacts,
): { readonly parent: RectificationTask; readonly children: readonly RectificationTask[] } => {
  refuseIf(whyNotTask(task, 'split', actor, { ...facts, given: {} }))
  return {
    parent: { ...task, collectiveUnits: [] },
    children: children.map(({ id, unitId }, index) => ({
      ...task,
      id,
      parentId: task.id,
      number: `${task.number}-${index + 1}`,
      collectiveUnits: [],
      units: { ...task.units, lead: [], responsible: [unitId] },
    })),
  }
}

/** 取消: with a reason; the caller ends the children and the duties in the same change. */
export const cancelTask = (
  task: RectificationTask,
  given: { readonly reason: string },
  actor: Actor,
  facts: TaskFacts,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'cancelTask', actor, { ...facts, given }))
  return { ...task, state: 'cancelled' }
}

/** 作废草稿 by whoever made it (`facts.madeById`). */
export const cancelDraft = (
  task: RectificationTask,
  actor: Actor,
  facts: TaskFacts,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'cancelDraft', actor, { ...facts, given: {} }))
  return { ...task, state: 'cancelled' }
}

/** 定点位: a measure's list of like places, by the unit that answers or the office. Throws `RuleError`. */
export const setSites = (
  task: RectificationTask,
  siteList: SiteList,
  actor: Actor,
  facts: TaskFacts,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'setSites', actor, { ...facts, given: { siteList } }))
  return settleDone(withSiteList(task, siteList))
}

/** 转入下一次, on the day after an occurrence: a missed one stays on record. Throws `RuleError`. */
export const rollRecurring = (task: RectificationTask, facts: TaskFacts): RectificationTask => {
  refuseIf(whyNotTask(task, 'rollRecurring', systemActor, { ...facts, given: {} }))
  return settleDone(rollDuties(task, facts.today))
}
