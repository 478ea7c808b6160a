import { type DoneSaid, doneNeeds } from '../given'
import type { Days } from '../calendar/period'
import type { Actor } from '../organization/actor'
import { actsForUnit, isUnitRole } from '../organization/scope'
import { whyUnproven } from '../proof'
import type { Refusal, RefusalCode } from '../refusal'
import { type Need, type Party, type Rules, rulesOf } from '../workflow'
import { decidesForOffice } from './parties'
import type { PartId } from './done-report'
import { dutyStates } from './duty'
import { isFirstTime, type Part, partsOf, reportOn, shareId, unitsOwing } from './part'
import { answeringUnitOf, assignmentOf } from './responsibility'
import { isWorkedOn, type RectificationTask } from './task'

export const partStates = [
  'open', // 未完成
  'done', // 已完成
] as const
export type PartState = (typeof partStates)[number]

export const partEvents = [
  'reportDone', // 报完成
  'undoDone', // 撤回完成
  'returnDone', // 退回完成
  'recordNoPart', // 记录本单位没有任务
] as const
export type PartEvent = (typeof partEvents)[number]

/** A part together with its task. */
export interface PartCase {
  readonly state: PartState
  readonly part: Part
  readonly task: RectificationTask
}

export interface PartFacts extends Days {
  readonly given?: DoneSaid
}

type PartParty = 'owingUnit' | 'leadUnit' | 'officeForLead'

/** Nobody judges the own work: where the lead reports itself the office does. */
const judge = (actor: Actor, { task, part }: PartCase, asOffice: boolean): RefusalCode | null => {
  const lead = answeringUnitOf(task.units)
  const isOwn = lead === null || lead === part.unitId
  if (asOffice) return decidesForOffice(actor, task) ?? (isOwn ? null : 'ACCESS.UNIT')
  return actsForUnit(actor, isOwn ? [] : [lead])
}

const parties: Record<PartParty, Party<PartCase, PartFacts>> = {
  owingUnit: (actor, { part }) => actsForUnit(actor, [part.unitId]),
  leadUnit: (actor, thing) => judge(actor, thing, false),
  officeForLead: (actor, thing) => judge(actor, thing, true),
}

const needs = {
  ...doneNeeds,
  /** What the plan names, else any one kind. */
  proof: ({ part }, { given }) =>
    given === undefined ? null : whyUnproven(given, part.proof ?? []),
  /** Between assignment and self-check; what comes again and again till the task is cancelled. */
  underway: ({ task, part }) =>
    isWorkedOn(task.state) || (part.kind === 'occurrence' && dutyStates.includes(task.state))
      ? null
      : { code: 'THING.STATE' },
  /** After the self-check: not the time by which the duty is in place. */
  notReliedOn: ({ task, part }) =>
    isWorkedOn(task.state) || !isFirstTime(task, part) ? null : { code: 'THING.STATE' },
  /** Nothing is reported on a share without an approved plan. */
  sharePlanned: ({ task, part }) =>
    assignmentOf(task, part.unitId)?.state === 'planned' ? null : { code: 'THING.STATE' },
  /** Said of this very part: a milestone that went with its measure is open with it again. */
  ownReport: ({ task, part }) => (reportOn(task, part.id) ? null : { code: 'THING.STATE' }),
  newerThanDemand: ({ part }, { given }) =>
    given === undefined || (given.on ?? '') >= (part.notBefore ?? '')
      ? null
      : { code: 'TASK.DATE_BEFORE_DEMAND', fields: ['on'] },
  /** A share of a measure that another unit still owes: nothing is done by nobody. */
  othersOweIt: ({ task, part: { kind, measureId, unitId } }) => {
    if (kind !== 'measure' || measureId === null) return { code: 'THING.STATE' }
    const others = unitsOwing(task, measureId).filter((id) => id !== unitId)
    const isOwed = others.some((id) => !reportOn(task, shareId({ id: measureId }, id))?.noPart)
    return isOwed ? null : { code: 'TASK.NOBODY_LEFT' }
  },
} as const satisfies Record<string, Need<PartCase, PartFacts>>

/** The law of a part: said done by who owes it, taken back by the same, returned by the lead. */
export const partRules: Rules<PartCase, PartFacts, PartEvent> = rulesOf({
  table: {
    reportDone: {
      from: ['open'],
      to: 'done',
      by: ['owingUnit'],
      needs: ['underway', 'sharePlanned', 'dayNotAhead', 'newerThanDemand', 'words', 'proof'],
    },
    undoDone: {
      from: ['done'],
      to: 'open',
      by: ['owingUnit'],
      needs: ['underway', 'ownReport', 'notReliedOn', 'reason'],
    },
    returnDone: {
      from: ['done'],
      to: 'open',
      by: ['leadUnit', 'officeForLead'],
      needs: ['underway', 'ownReport', 'notReliedOn', 'reason'],
    },
    recordNoPart: {
      from: ['open'],
      to: 'done',
      by: ['leadUnit', 'officeForLead'],
      needs: ['underway', 'othersOweIt', 'reason'],
    },
  },
  parties,
  needs,
})

/** A part as a thing of its own; null when the task has no such part. */
export const partCase = (task: RectificationTask, id: PartId): PartCase | null => {
  const part = partsOf(task).find((candidate) => candidate.id === id)
  return part ? { state: part.doneOn === null ? 'open' : 'done', part, task } : null
}

/** An unknown part: nobody's; a unit is a guest here, whoever is no unit has the wrong role. */
const strangerCode = (task: RectificationTask, event: PartEvent, actor: Actor): RefusalCode => {
  if (isUnitRole(actor.role)) return 'THING.NOT_FOUND'
  const isForOffice = partRules.table[event].by.includes('officeForLead')
  return isForOffice ? (decidesForOffice(actor, task) ?? 'THING.NOT_FOUND') : 'ACCESS.ROLE'
}

/** Why this event may not happen to the part now, or null. */
export const whyNotPart = (
  task: RectificationTask,
  id: PartId,
  event: PartEvent,
  actor: Actor,
  facts: PartFacts,
): Refusal | null => {
  const thing = partCase(task, id)
  if (thing) return partRules.whyNot(thing, event, actor, facts)
  return { code: strangerCode(task, event, actor) }
}

/** Events this person may do on each part, in the table's order; parts without any are left out. */
export const allowedPartEvents = (
  task: RectificationTask,
  part: Part,
  actor: Actor,
  facts: PartFacts,
): PartEvent[] =>
  partRules.allowed({ state: part.doneOn === null ? 'open' : 'done', part, task }, actor, facts)
