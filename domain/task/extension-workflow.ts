import type { IsoDay } from '../calendar/day'
import type { Days } from '../calendar/period'
import type { Actor } from '../organization/actor'
import { actsForUnit, isCityRegion } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import { refuseIf } from '../refusal'
import { type Need, type Party, type Rules, rulesOf } from '../workflow'
import { countedDateOf } from './deadline'
import { coordinatorOfTask } from './parties'
import { answeringUnitOf, responsibleUnitsOf } from './responsibility'
import type { RectificationTask } from './task'

/** 延期: asked before the deadline, through the lead unit, decided by the leading group. */
export const extensionStates = [
  'asked', // 已申请
  'endorsed', // 牵头单位已同意
  'granted', // 已批准
  'refused', // 未批准
  'withdrawn', // 已撤回
] as const
export type ExtensionState = (typeof extensionStates)[number]

export const extensionEvents = [
  'extend', // 申请延期
  'endorse', // 牵头单位同意
  'grant', // 批准
  'refuse', // 不批准
  'withdraw', // 撤回
] as const
export type ExtensionEvent = (typeof extensionEvents)[number]

/** The original deadline is never overwritten: extensions stand beside it and are counted. */
export interface Extension {
  readonly id: string
  readonly state: ExtensionState
  readonly unitId: UnitId
  readonly askedOn: IsoDay
  /** The day that counted when the extension was asked. */
  readonly from: IsoDay
  readonly to: IsoDay
  readonly reason: string
  readonly plan: string
  readonly decisionNumber: string | null
}

export type ExtensionCase = Omit<Extension, 'state'> & { readonly state: ExtensionState | null }

export interface ExtensionFacts extends Days {
  readonly task: RectificationTask
  readonly given?: { readonly reason?: string; readonly decisionNumber?: string }
}

type ExtensionParty = 'responsibleUnit' | 'askingUnit' | 'leadUnit' | 'decidingCoordinator'
const parties: Record<ExtensionParty, Party<ExtensionCase, ExtensionFacts>> = {
  responsibleUnit: (actor, { unitId }, { task }) =>
    actsForUnit(
      actor,
      responsibleUnitsOf(task).filter((id) => id === unitId),
    ),
  askingUnit: (actor, { unitId }) => actsForUnit(actor, [unitId]),
  leadUnit: (actor, _extension, { task }) => {
    const lead = answeringUnitOf(task.units)
    return actsForUnit(actor, lead === null ? [] : [lead])
  },
  // Records the leading group's decision; for upper-level items the upper level's.
  decidingCoordinator: (actor, _extension, { task }) => {
    const refusal = coordinatorOfTask(actor, task)
    if (refusal || task.closingLevel === 'county') return refusal
    return isCityRegion(actor.regionCode ?? '') ? null : 'ACCESS.REGION'
  },
}

const isFilled = (text: string | undefined): boolean => (text ?? '').trim() !== ''

const needs = {
  underway: (_extension, { task }) =>
    task.state === 'assigned' || task.state === 'inProgress' ? null : { code: 'THING.STATE' },
  beforeDeadline: ({ from }, { today }) =>
    today <= from ? null : { code: 'TASK.EXTENSION_TOO_LATE' },
  laterDate: ({ from, to }) => (to > from ? null : { code: 'TASK.DATE_PAST', fields: ['to'] }),
  reasonAndPlan: ({ reason, plan }) =>
    isFilled(reason) && isFilled(plan)
      ? null
      : { code: 'TASK.REASON_REQUIRED', fields: ['reason', 'plan'] },
  reason: (_extension, { given }) =>
    given === undefined || isFilled(given.reason)
      ? null
      : { code: 'TASK.REASON_REQUIRED', fields: ['reason'] },
  decisionNumber: (_extension, { given }) =>
    given === undefined || isFilled(given.decisionNumber)
      ? null
      : { code: 'TASK.DECISION_NUMBER_REQUIRED', fields: ['decisionNumber'] },
} as const satisfies Record<string, Need<ExtensionCase, ExtensionFacts>>

/** The law of an extension. */
export const extensionRules: Rules<ExtensionCase, ExtensionFacts, ExtensionEvent> = rulesOf({
  table: {
    extend: {
      from: [null],
      to: 'asked',
      by: ['responsibleUnit'],
      needs: ['underway', 'beforeDeadline', 'laterDate', 'reasonAndPlan'],
    },
    endorse: { from: ['asked'], to: 'endorsed', by: ['leadUnit'], needs: ['underway'] },
    grant: {
      from: ['endorsed'],
      to: 'granted',
      by: ['decidingCoordinator'],
      needs: ['underway', 'decisionNumber'],
    },
    refuse: {
      from: ['asked', 'endorsed'],
      to: 'refused',
      by: ['leadUnit', 'decidingCoordinator'],
      needs: ['reason'],
    },
    withdraw: { from: ['asked'], to: 'withdrawn', by: ['askingUnit'], needs: [] },
  },
  parties,
  needs,
})

export const { whyNot: whyNotExtension, allowed: allowedExtensionEvents } = extensionRules

/** 申请延期, on the last day at the latest. Throws `RuleError`. */
export const askExtension = (
  given: Pick<Extension, 'id' | 'to' | 'reason' | 'plan'>,
  actor: Actor,
  facts: Omit<ExtensionFacts, 'given'>,
): Extension => {
  const extension: ExtensionCase = {
    ...given,
    state: null,
    unitId: actor.unitId ?? '',
    askedOn: facts.today,
    from: countedDateOf(facts.task.deadline) ?? '',
    decisionNumber: null,
  }
  refuseIf(whyNotExtension(extension, 'extend', actor, facts))
  return { ...extension, state: 'asked' }
}

/** The day that counts after a granted extension; the words and the old day stay on record. */
export const extendedTask = (
  task: RectificationTask,
  extension: Pick<Extension, 'state' | 'to'>,
): RectificationTask =>
  extension.state === 'granted'
    ? { ...task, deadline: { ...task.deadline, countedOn: extension.to } }
    : task
