import type { IsoDay } from '../calendar/day'
import type { Actor } from '../organization/actor'
import { refuseIf, RuleError } from '../refusal'
import type { FeedbackFacts, FeedbackGiven } from './facts'
import type { Feedback, FeedbackAnswer, Finding } from './feedback'
import type { Found } from './relapse'
import { type FeedbackEvent, whyNotFeedback } from './workflow'

type Context = Omit<FeedbackFacts, 'given'>

export interface AnswerText {
  readonly finding: Finding
  readonly text: string
  readonly photoIds: readonly string[]
}

const releasedAnswers = (feedback: Feedback): FeedbackAnswer[] =>
  feedback.answers.filter(({ releasedOn }) => releasedOn !== null)

/** A draft that was sent back is replaced: only released answers are kept beside it. */
const withDraft = (
  feedback: Feedback,
  event: FeedbackEvent,
  answer: AnswerText,
  actor: Actor,
  context: Context,
): Feedback => {
  refuseIf(whyNotFeedback(feedback, event, actor, { ...context, given: {} }))
  const { personId, unitId } = actor
  if (personId === null || unitId === null) throw new RuleError('ACCESS.UNIT')
  const draft = { ...answer, unitId, byPersonId: personId, releasedOn: null }
  return {
    ...feedback,
    state: 'answerSubmitted',
    stateSince: context.today,
    answers: [...releasedAnswers(feedback), draft],
  }
}

/** 报答复 by the handling unit. Throws `RuleError`. */
export const submitAnswer = (
  feedback: Feedback,
  answer: AnswerText,
  actor: Actor,
  context: Context,
): Feedback => withDraft(feedback, 'submitAnswer', answer, actor, context)

/** 再查: by another person of the unit or by an inspector. Throws `RuleError`. */
export const submitSecondAnswer = (
  feedback: Feedback,
  answer: AnswerText,
  actor: Actor,
  context: Context,
): Feedback => withDraft(feedback, 'submitSecondAnswer', answer, actor, context)

/**
 * 以回头看的结果答复: what an inspector found is the answer of every report that asked for it; the
 * office releases it like any other. Nothing to find leaves the report to its desk. Throws `RuleError`.
 */
export const answerByRecheck = (
  feedback: Feedback,
  found: Found | 'nobody',
  actor: Actor,
  context: Context,
): Feedback => {
  decide(feedback, 'answerByRecheck', {}, actor, context)
  const stateSince = context.today
  const waited: Feedback = { ...feedback, awaitsRecheck: null, stateSince }
  if (found === 'nobody') return waited
  const { relapsed, words: text, unitId, byId: byPersonId } = found
  const finding: Finding = relapsed ? 'true' : 'untrue'
  const answer = { finding, text, photoIds: [], unitId, byPersonId, releasedOn: null }
  return { ...waited, state: 'answerSubmitted', answers: [...releasedAnswers(feedback), answer] }
}

const decide = (
  feedback: Feedback,
  event: FeedbackEvent,
  given: FeedbackGiven,
  actor: Actor,
  context: Context,
): void => refuseIf(whyNotFeedback(feedback, event, actor, { ...context, given }))

/**
 * 发出答复: from here the reporter reads it. 阶段性办结 of an inspection item (`nextOn`) leaves it
 * open with that day for the next answer. Throws `RuleError`.
 */
export const releaseAnswer = (
  feedback: Feedback,
  given: { readonly nextOn?: IsoDay | null },
  actor: Actor,
  context: Context,
): Feedback => {
  decide(feedback, 'releaseAnswer', given, actor, context)
  const answers = feedback.answers.map((answer) => ({
    ...answer,
    releasedOn: answer.releasedOn ?? context.today,
  }))
  const released = {
    ...feedback,
    answers,
    stateSince: context.today,
    answerDueProvisional: false,
  }
  if (given.nextOn) return { ...released, state: 'assigned', answerDueOn: given.nextOn }
  return { ...released, state: 'answered', answeredOn: context.today, answerDueOn: null }
}

/** 退回答复: back to whoever has to look again; the draft stays to be mended. */
export const returnAnswer = (
  feedback: Feedback,
  given: { readonly reason: string },
  actor: Actor,
  context: Context,
): Feedback => {
  decide(feedback, 'returnAnswer', given, actor, context)
  const first = feedback.unitId === null ? 'admitted' : 'assigned'
  const state = feedback.secondLookOn === null ? first : 'secondLook'
  return { ...feedback, state, stateSince: context.today }
}
