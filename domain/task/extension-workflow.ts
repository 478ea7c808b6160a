import { isFilled } from '../given'
import type { Days } from '../calendar/period'
import type { Actor } from '../organization/actor'
import { actsForUnit, isCityRegion } from '../organization/scope'
import type { RefusalCode } from '../refusal'
import { type Need, type Party, type Rules, rulesOf } from '../workflow'
import type { Deadline } from './deadline'
import { extendableDayOf } from './extension-part'
import {
  type Extension,
  type ExtensionPart,
  type ExtensionState,
  isOpenExtension,
} from './extension'
import { decidesForOffice } from './parties'
import { answeringUnitOf, measuresOfUnit, responsibleUnitsOf } from './responsibility'
import { isWorkedOn, type RectificationTask } from './task'

export const extensionEvents = [
  'extend', // 申请延期
  'endorseExtension', // 牵头单位同意
  'grantExtension', // 批准
  'refuseExtension', // 不批准
  'withdrawExtension', // 撤回
  'lapseExtension', // 自查, 不再需要
] as const
export type ExtensionEvent = (typeof extensionEvents)[number]

export type ExtensionCase = Omit<Extension, 'state'> & { readonly state: ExtensionState | null }

export interface ExtensionFacts extends Days {
  readonly task: RectificationTask
  readonly given?: { readonly reason?: string; readonly decisionNumber?: string }
}

type ExtensionParty =
  'owingUnit' | 'askingUnit' | 'leadUnit' | 'decidingOffice' | 'refusingOffice' | 'system'
type ExtensionRelation = Party<ExtensionCase, ExtensionFacts>

/** The whole and its stages are the answering unit's; a measure's are those who do it. */
const owes = ({ unitId, part }: ExtensionCase, task: RectificationTask): boolean => {
  const measureId = part.kind === 'task' ? null : part.measureId
  if (measureId === null) return answeringUnitOf(task.units) === unitId
  return measuresOfUnit(task, unitId).some(({ id }) => id === measureId)
}

/** Records the decision of the leading group; for upper-level items the upper level's. */
const decider = (actor: Actor, task: RectificationTask): RefusalCode | null => {
  const refusal = decidesForOffice(actor, task)
  if (refusal || task.closingLevel === 'county') return refusal
  return isCityRegion(actor.regionCode ?? '') ? null : 'ACCESS.REGION'
}

const parties: Record<ExtensionParty, ExtensionRelation> = {
  owingUnit: (actor, extension, { task }) =>
    actsForUnit(
      actor,
      responsibleUnitsOf(task).filter((id) => id === extension.unitId && owes(extension, task)),
    ),
  askingUnit: (actor, { unitId }) => actsForUnit(actor, [unitId]),
  // Once it has said yes the request is the office's.
  leadUnit: (actor, { state }, { task }) => {
    const lead = answeringUnitOf(task.units)
    return actsForUnit(actor, lead === null || state !== 'asked' ? [] : [lead])
  },
  decidingOffice: (actor, _extension, { task }) => decider(actor, task),
  // Before the lead has said anything the office has nothing to decide.
  refusingOffice: (actor, { state }, { task }) =>
    decider(actor, task) ?? (state === 'endorsed' ? null : 'ACCESS.UNIT'),
  system: (actor) => (actor.role === 'system' ? null : 'ACCESS.ROLE'),
}

const needs = {
  underway: (_extension, { task }) => (isWorkedOn(task.state) ? null : { code: 'THING.STATE' }),
  noneOpen: (_extension, { task }) =>
    task.extensions.some(isOpenExtension) ? { code: 'TASK.EXTENSION_OPEN' } : null,
  countedDay: ({ part }, { task }) =>
    extendableDayOf(task, part) === null
      ? { code: 'TASK.NO_COUNTED_DATE', fields: ['part'] }
      : null,
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
      by: ['owingUnit'],
      needs: ['underway', 'noneOpen', 'countedDay', 'beforeDeadline', 'laterDate', 'reasonAndPlan'],
    },
    endorseExtension: { from: ['asked'], to: 'endorsed', by: ['leadUnit'], needs: ['underway'] },
    grantExtension: {
      from: ['endorsed'],
      to: 'granted',
      by: ['decidingOffice'],
      needs: ['underway', 'decisionNumber'],
    },
    refuseExtension: {
      from: ['asked', 'endorsed'],
      to: 'refused',
      by: ['leadUnit', 'refusingOffice'],
      needs: ['reason'],
    },
    withdrawExtension: {
      from: ['asked', 'endorsed'],
      to: 'withdrawn',
      by: ['askingUnit'],
      needs: [],
    },
    lapseExtension: { from: ['asked', 'endorsed'], to: 'lapsed', by: ['system'], needs: [] },
  },
  parties,
  needs,
})

export const { whyNot: whyNotExtension, allowed: allowedExtensionEvents } = extensionRules

/** Every deadline of the task that could move: the whole, its open stages, those of measures. */
const candidatesOf = (task: RectificationTask): ExtensionPart[] => {
  const stages = (measureId: string | null, deadline: Deadline): ExtensionPart[] =>
    deadline.stages.flatMap(({ doneOn }, index) =>
      doneOn ? [] : [{ kind: 'stage' as const, measureId, index }],
    )
  return [
    { kind: 'task' },
    ...stages(null, task.deadline),
    ...task.measures.flatMap(({ id, deadline, doneOn }): ExtensionPart[] =>
      deadline === null || doneOn !== null
        ? []
        : [{ kind: 'measure', measureId: id }, ...stages(id, deadline)],
    ),
  ]
}

/** Of what this unit may ask for a later day now. */
export const extendablePartsOf = (
  task: RectificationTask,
  actor: Actor,
  facts: Omit<ExtensionFacts, 'task' | 'given'>,
): ExtensionPart[] =>
  candidatesOf(task).filter((part) => {
    // What the unit would bring is not asked: any later day, some words.
    const asked: ExtensionCase = {
      id: '',
      state: null,
      part,
      unitId: actor.unitId ?? '',
      askedOn: facts.today,
      from: extendableDayOf(task, part) ?? facts.today,
      to: '9999-12-31',
      reason: '-',
      plan: '-',
      decideDueOn: facts.today,
      decideDueProvisional: false,
      endorsedOn: null,
      decidedOn: null,
      decisionNumber: null,
      refusedReason: null,
      daysOver: 0,
    }
    return whyNotExtension(asked, 'extend', actor, { ...facts, task }) === null
  })

/** What this person may do with extensions of the task. */
export const allowedExtensionsOf = (
  task: RectificationTask,
  actor: Actor,
  facts: Omit<ExtensionFacts, 'task' | 'given'>,
): ExtensionEvent[] => [
  ...(extendablePartsOf(task, actor, facts).length > 0 ? (['extend'] as const) : []),
  ...task.extensions.flatMap((extension) =>
    allowedExtensionEvents(extension, actor, { ...facts, task }),
  ),
]
