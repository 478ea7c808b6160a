import { limitFrom } from '../calendar/period'
import type { Actor } from '../organization/actor'
import { refuseIf } from '../refusal'
import type { TaskId } from '../task/task'
import {
  isOpenObjection,
  type ObjectedTask,
  type Objection,
  type ObjectionGround,
  type ObjectionId,
} from './objection'
import { type ObjectionEvent, type ObjectionFacts, whyNotObjection } from './workflow'

type Context = Omit<ObjectionFacts, 'given'>

interface Lodged {
  readonly id: ObjectionId
  readonly taskId: TaskId
  readonly ground: ObjectionGround
  readonly words: string
  readonly contactPhone: string
}

/** 提出异议 by a resident while the notice runs. Throws `RuleError`. */
export const lodgeObjection = (
  { id, taskId, ground, ...given }: Lodged,
  task: ObjectedTask,
  actor: Actor,
  facts: Context,
): Objection => {
  const { today } = facts
  const due = limitFrom(today, 'objectionAdmitWorkingDays', facts)
  const objection = {
    ...task,
    id,
    taskId,
    ground,
    state: null,
    summary: null,
    clearedPhotoIds: [],
    lodgedOn: today,
    decidedOn: null,
    dueOn: due.on,
    dueProvisional: due.provisional,
    reply: null,
  }
  refuseIf(whyNotObjection(objection, 'lodgeObjection', actor, { ...facts, given }))
  return { ...objection, state: 'lodged' }
}

const refuse = (
  objection: Objection,
  event: ObjectionEvent,
  actor: Actor,
  facts: Context,
  given: ObjectionFacts['given'] = {},
): void => refuseIf(whyNotObjection(objection, event, actor, { ...facts, given }))

/** A look at contact and words is no change, and stands in the chain. Throws `RuleError`. */
export const openObjection = (objection: Objection, actor: Actor, facts: Context): Objection => {
  refuse(objection, 'openObjection', actor, facts)
  return objection
}

/** 摘要 by intake: what the office decides on, and which photos it sees. Throws `RuleError`. */
export const summarizeObjection = (
  objection: Objection,
  given: { readonly summary: string; readonly clearedPhotoIds: readonly string[] },
  actor: Actor,
  facts: Context,
): Objection => {
  refuse(objection, 'summarizeObjection', actor, facts, { summary: given.summary })
  return { ...objection, ...given }
}

/** 受理: from now on a reply is owed. Throws `RuleError`. */
export const admitObjection = (objection: Objection, actor: Actor, facts: Context): Objection => {
  refuse(objection, 'admitObjection', actor, facts)
  const { today } = facts
  const due = limitFrom(today, 'objectionReplyWorkingDays', facts)
  return {
    ...objection,
    state: 'admitted',
    decidedOn: today,
    dueOn: due.on,
    dueProvisional: due.provisional,
  }
}

/** 暂定 day of what is still owed, counted with the calendar as it is now. */
export const recountObjection = (
  objection: Objection,
  days: Pick<Context, 'calendar' | 'settings'>,
): Objection => {
  const { state, lodgedOn, decidedOn, dueProvisional } = objection
  if (!dueProvisional || !isOpenObjection(state)) return objection
  const due =
    state === 'admitted' && decidedOn !== null
      ? limitFrom(decidedOn, 'objectionReplyWorkingDays', days)
      : limitFrom(lodgedOn, 'objectionAdmitWorkingDays', days)
  return { ...objection, dueOn: due.on, dueProvisional: due.provisional }
}

const outcomes = {
  dismissObjection: 'dismissed',
  upholdObjection: 'upheld',
  rejectObjection: 'rejected',
} as const
export type Outcome = keyof typeof outcomes

/** The office's word that ends it, with what whoever objected is told. Throws `RuleError`. */
export const endObjection = (
  objection: Objection,
  event: Outcome,
  reply: string,
  actor: Actor,
  facts: Context,
): Objection => {
  refuse(objection, event, actor, facts, { reply })
  return { ...objection, state: outcomes[event], decidedOn: facts.today, reply }
}
