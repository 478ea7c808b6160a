import type { IsoDay } from '../calendar/day'
import { type Days, limitFrom } from '../calendar/period'
import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { UnitId } from '../organization/unit'
import { refuseIf } from '../refusal'
import type { TaskId } from '../task/task'
import {
  type AskedTask,
  isCollective,
  type Meeting,
  type Opinion,
  type OpinionId,
  type OpinionVoice,
} from './opinion'
import { recountVisit, visitAfter } from './resident-visit'
import { type Satisfaction } from './satisfaction'
import { type OpinionFacts, whyNotOpinion } from './workflow'

interface Asked {
  readonly id: OpinionId
  readonly taskId: TaskId
  readonly askingId: string
  readonly voice: OpinionVoice
  readonly villageCode: RegionCode | null
  readonly unitId: UnitId | null
}

/** A voice that has said nothing yet; a branch or committee owes its word from now on. */
export const askedOpinion = (asked: Asked, task: AskedTask, days: Days): Opinion => {
  const { today } = days
  const due = limitFrom(today, 'giveOpinionWorkingDays', days)
  const owes = isCollective(asked.voice)
  return {
    ...task,
    ...asked,
    state: 'asked',
    askedOn: today,
    dueOn: owes ? due.on : null,
    dueProvisional: owes && due.provisional,
    satisfaction: null,
    said: null,
    meeting: null,
    onPaper: false,
    givenOn: null,
    revision: 0,
  }
}

/** 暂定 day of a word that is still owed, counted with the calendar as it is now. */
export const recountOpinion = (opinion: Opinion, days: Omit<Days, 'today'>): Opinion => {
  if (opinion.state !== 'asked' || !opinion.dueProvisional) return recountVisit(opinion, days)
  const due = limitFrom(opinion.askedOn, 'giveOpinionWorkingDays', days)
  return { ...opinion, dueOn: due.on, dueProvisional: due.provisional }
}

interface Words {
  readonly satisfaction: Satisfaction
  /** Sealed. */
  readonly said: string
}

/** 村民说看法, also again: the last word counts. Throws `RuleError`. */
export const giveOwn = (
  opinion: Opinion,
  words: Words & {
    readonly villageCode: RegionCode | null
    readonly worksFor: readonly UnitId[]
    /** Sealed, of who may be called on; null of whoever may not. */
    readonly visitPhone: string | null
    readonly recordingId: string | null
  },
  actor: Actor,
  facts: OpinionFacts,
): Opinion => {
  const { villageCode, worksFor, satisfaction, said, recordingId, visitPhone: phone } = words
  refuseIf(whyNotOpinion(opinion, 'giveOwn', actor, { ...facts, given: { villageCode, worksFor } }))
  return {
    ...opinion,
    state: 'given',
    villageCode,
    satisfaction,
    said,
    recordingId,
    visit: visitAfter(opinion, { satisfaction, phone }, facts),
    givenOn: facts.today,
    revision: opinion.revision + 1,
  }
}

/** The inspector reads whom to call on; the look stands in the chain. Throws `RuleError`. */
export const openVisit = (opinion: Opinion, actor: Actor, facts: OpinionFacts): Opinion => {
  refuseIf(whyNotOpinion(opinion, 'openVisit', actor, { ...facts, given: {} }))
  return opinion
}

/**
 * 记上门: the day and what was heard (sealed). It is no new word of the resident's: what was summarized
 * stays so. Throws `RuleError`.
 */
export const recordVisit = (
  opinion: Opinion,
  { on, heard, sealed }: { readonly on: IsoDay; readonly heard: string; readonly sealed: string },
  actor: Actor,
  facts: OpinionFacts,
): Opinion => {
  refuseIf(whyNotOpinion(opinion, 'recordVisit', actor, { ...facts, given: { on, heard } }))
  const { visit } = opinion
  return { ...opinion, visit: visit ? { ...visit, phone: null, madeOn: on, heard: sealed } : null }
}

/** 支部、村委会说看法, with the meeting it comes from. Throws `RuleError`. */
export const giveCollective = (
  opinion: Opinion,
  words: Words & { readonly meeting: Meeting },
  actor: Actor,
  facts: OpinionFacts,
): Opinion => {
  const { meeting, satisfaction, said } = words
  refuseIf(whyNotOpinion(opinion, 'giveCollective', actor, { ...facts, given: { meeting } }))
  return {
    ...opinion,
    state: 'given',
    satisfaction,
    said,
    meeting,
    onPaper: actor.role === 'coordinator',
    givenOn: facts.today,
    revision: opinion.revision + 1,
  }
}

/** 不涉及: one tap, no meeting. Throws `RuleError`. */
export const sayNotInvolved = (opinion: Opinion, actor: Actor, facts: OpinionFacts): Opinion => {
  refuseIf(whyNotOpinion(opinion, 'sayNotInvolved', actor, { ...facts, given: {} }))
  return {
    ...opinion,
    state: 'notInvolved',
    satisfaction: null,
    said: null,
    meeting: null,
    onPaper: actor.role === 'coordinator',
    givenOn: facts.today,
    revision: opinion.revision + 1,
  }
}
