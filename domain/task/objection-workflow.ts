import type { IsoDay } from '../calendar/day'
import type { Days } from '../calendar/period'
import { addWorkingDays } from '../calendar/work-calendar'
import type { Actor } from '../organization/actor'
import { refuseIf } from '../refusal'
import { type Need, type Party, type Rules, rulesOf } from '../workflow'
import { coordinatorOfTask } from './parties'
import type { RectificationTask } from './task'

/** 公示异议: an objection during a public notice. */
export const objectionStates = [
  'lodged', // 已提出
  'admitted', // 已受理
  'dismissed', // 不予受理
  'upheld', // 成立
  'rejected', // 不成立
] as const
export type ObjectionState = (typeof objectionStates)[number]

export const objectionEvents = [
  'lodgeObjection', // 提出异议
  'admit', // 受理
  'dismiss', // 不予受理
  'uphold', // 成立
  'reject', // 不成立
] as const
export type ObjectionEvent = (typeof objectionEvents)[number]

/**
 * What the coordinator decides on. Contact and original words stay with intake; here is only
 * the 摘要.
 */
export interface Objection {
  readonly id: string
  readonly taskId: string
  readonly state: ObjectionState
  readonly summary: string | null
  readonly lodgedOn: IsoDay
  /** 3 working days to admit or dismiss, then 15 to reply. */
  readonly dueOn: IsoDay
  readonly dueProvisional: boolean
  readonly reason: string | null
}

export type ObjectionCase = Omit<Objection, 'state'> & { readonly state: ObjectionState | null }

export interface ObjectionFacts extends Days {
  readonly task: Pick<RectificationTask, 'state' | 'regionCodes'>
  readonly given?: { readonly words?: string; readonly reason?: string }
}

type ObjectionParty = 'resident' | 'coordinatorOfRegion'
const parties: Record<ObjectionParty, Party<ObjectionCase, ObjectionFacts>> = {
  resident: (actor) => (actor.role === 'resident' ? null : 'ACCESS.ROLE'),
  coordinatorOfRegion: (actor, _objection, { task }) => coordinatorOfTask(actor, task),
}

const isFilled = (text: string | undefined): boolean => (text ?? '').trim() !== ''

const needs = {
  duringNotice: (_objection, { task }) =>
    task.state === 'underNotice' || task.state === 'preNotice' ? null : { code: 'THING.STATE' },
  words: (_objection, { given }) =>
    given === undefined || isFilled(given.words)
      ? null
      : { code: 'TASK.REASON_REQUIRED', fields: ['words'] },
  reason: (_objection, { given }) =>
    given === undefined || isFilled(given.reason)
      ? null
      : { code: 'TASK.REASON_REQUIRED', fields: ['reason'] },
} as const satisfies Record<string, Need<ObjectionCase, ObjectionFacts>>

/** The law of an objection; `uphold` also returns the task to rectification (task table). */
export const objectionRules: Rules<ObjectionCase, ObjectionFacts, ObjectionEvent> = rulesOf({
  table: {
    lodgeObjection: {
      from: [null],
      to: 'lodged',
      by: ['resident'],
      needs: ['duringNotice', 'words'],
    },
    admit: { from: ['lodged'], to: 'admitted', by: ['coordinatorOfRegion'], needs: [] },
    dismiss: { from: ['lodged'], to: 'dismissed', by: ['coordinatorOfRegion'], needs: ['reason'] },
    uphold: { from: ['admitted'], to: 'upheld', by: ['coordinatorOfRegion'], needs: ['reason'] },
    reject: { from: ['admitted'], to: 'rejected', by: ['coordinatorOfRegion'], needs: ['reason'] },
  },
  parties,
  needs,
})

export const { whyNot: whyNotObjection } = objectionRules

/** While one of these stands the notice does not end. */
export const isOpenObjection = (state: ObjectionState): boolean =>
  state === 'lodged' || state === 'admitted'

/** 提出异议 by a resident while the notice runs. Throws `RuleError`. */
export const lodgeObjection = (
  given: { readonly id: string; readonly taskId: string; readonly words: string },
  actor: Actor,
  facts: Omit<ObjectionFacts, 'given'>,
): Objection => {
  const { today, calendar, settings } = facts
  const due = addWorkingDays(today, settings.objectionAdmitWorkingDays, calendar)
  const objection: ObjectionCase = {
    id: given.id,
    taskId: given.taskId,
    state: null,
    summary: null,
    lodgedOn: today,
    dueOn: due.on,
    dueProvisional: due.provisional,
    reason: null,
  }
  refuseIf(whyNotObjection(objection, 'lodgeObjection', actor, { ...facts, given }))
  return { ...objection, state: 'lodged' }
}

const decisions = {
  admit: 'admitted',
  dismiss: 'dismissed',
  uphold: 'upheld',
  reject: 'rejected',
} as const

/** The office's decision on an objection, with its reason except for admission. Throws `RuleError`. */
export const decideObjection = (
  objection: Objection,
  event: keyof typeof decisions,
  given: { readonly reason: string },
  actor: Actor,
  facts: Omit<ObjectionFacts, 'given'>,
): Objection => {
  refuseIf(whyNotObjection(objection, event, actor, { ...facts, given }))
  const { today, calendar, settings } = facts
  const state = decisions[event]
  if (event !== 'admit') return { ...objection, state, reason: given.reason }
  const due = addWorkingDays(today, settings.objectionReplyWorkingDays, calendar)
  return { ...objection, state, dueOn: due.on, dueProvisional: due.provisional }
}
