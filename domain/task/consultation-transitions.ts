import type { IsoDay } from '../calendar/day'
import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { UnitId } from '../organization/unit'
import { refuseIf, RuleError } from '../refusal'
import { type ConsultedBody, type DraftOpinion, partyOf } from './consultation'
import type { TaskFacts } from './facts'
import type { RectificationTask } from './task'
import { whyNotTask } from './workflow'

/**
 * 征求意见: the draft measures go to these villages and firms, who answer by a day that is some
 * working days off. Throws `RuleError`.
 */
export const consult = (
  task: RectificationTask,
  given: {
    readonly villageCodes: readonly RegionCode[]
    readonly enterpriseIds: readonly UnitId[]
    readonly dueOn: IsoDay
    readonly bodies: readonly ConsultedBody[]
  },
  actor: Actor,
  facts: TaskFacts,
): RectificationTask => {
  const { villageCodes, enterpriseIds, dueOn, bodies } = given
  const asked = { ...task, villageCodes, enterpriseIds }
  refuseIf(whyNotTask(asked, 'consult', actor, { ...facts, given: { on: dueOn } }))
  return {
    ...asked,
    state: 'consulting',
    consultation: {
      ...{ askedOn: facts.today, dueOn, villageCodes, enterpriseIds, bodies },
      opinions: [],
    },
  }
}

/** 撤回征求意见, before anybody has spoken. Throws `RuleError`. */
export const withdrawConsult = (
  task: RectificationTask,
  actor: Actor,
  facts: TaskFacts,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'withdrawConsult', actor, { ...facts, given: {} }))
  return { ...task, state: 'draft', consultation: null }
}

export interface Said {
  /** For a new opinion; one that the body gave before is changed instead. */
  readonly id: string
  readonly agrees: boolean
  readonly words: string
  /** The office only: for whom it records a paper. */
  readonly party?: string
  readonly paperNumber?: string
}

/** For whom the actor speaks: the own village or firm; the office for whom the paper is from. */
const voiceOf = (
  task: RectificationTask,
  { unitId }: Actor,
  { party }: Said,
): Pick<DraftOpinion, 'party' | 'unitId'> => {
  const body = task.consultation?.bodies.find((each) => each.unitId === unitId)
  return body ? { party: partyOf(body), unitId } : { party: party ?? '', unitId: null }
}

/**
 * 提意见: by a body that was asked, changeable until it is answered; or recorded by the office
 * from paper. Throws `RuleError`.
 */
export const sayOnDraft = (
  task: RectificationTask,
  said: Said,
  actor: Actor,
  facts: TaskFacts,
): RectificationTask => {
  const { agrees, words, paperNumber = null } = said
  const { party, unitId } = voiceOf(task, actor, said)
  const given = { party, agrees, words, paperNumber }
  refuseIf(whyNotTask(task, 'sayOnDraft', actor, { ...facts, given }))
  const { consultation } = task
  if (!consultation) throw new RuleError('THING.STATE')
  const isSame = (opinion: DraftOpinion): boolean =>
    opinion.party === party && opinion.unitId === unitId
  const earlier = consultation.opinions.find(isSame)
  const opinion: DraftOpinion = {
    ...{ id: earlier?.id ?? said.id, party, unitId, agrees, words, paperNumber },
    ...{ givenOn: facts.today, answer: null },
  }
  const others = consultation.opinions.filter((each) => !isSame(each))
  return { ...task, consultation: { ...consultation, opinions: [...others, opinion] } }
}

/**
 * 答复: 采纳 or 不采纳 with the reason; what is adopted may change the words of a measure, which
 * is still a draft. Throws `RuleError`.
 */
export const answerDraftOpinion = (
  task: RectificationTask,
  given: {
    readonly opinionId: string
    readonly adopted: boolean
    readonly reason: string
    readonly measure?: { readonly id: string; readonly text: string }
  },
  actor: Actor,
  facts: TaskFacts,
): RectificationTask => {
  const { opinionId, adopted, reason, measure } = given
  refuseIf(whyNotTask(task, 'answerDraftOpinion', actor, { ...facts, given: { reason } }))
  const { consultation } = task
  const opinion = consultation?.opinions.find(({ id }) => id === opinionId)
  if (!consultation || !opinion) throw new RuleError('THING.NOT_FOUND', ['opinionId'])
  if (measure && (!adopted || !task.measures.some(({ id }) => id === measure.id)))
    throw new RuleError('THING.NOT_FOUND', ['measure'])
  const answer = { adopted, reason, on: facts.today }
  return {
    ...task,
    measures: task.measures.map((each) =>
      each.id === measure?.id ? { ...each, text: measure.text } : each,
    ),
    consultation: {
      ...consultation,
      opinions: consultation.opinions.map((each) =>
        each.id === opinionId ? { ...each, answer } : each,
      ),
    },
  }
}
