import { latest } from '../calendar/day'
import { type Consultation, isUnanswered, partyOf, silentPartiesOf } from './consultation'
import type { RectificationTask } from './task'
import { moveOn, type ObligationContext, type Owed, dueAfter } from '../reminder/obligation-context'

const answersOf = (
  { opinions, askedOn, dueOn }: Consultation,
  allSpoke: boolean,
  context: ObligationContext,
): Owed => {
  const open = opinions.filter(isUnanswered)
  const madeOn = latest((open.length > 0 ? open : opinions).map(({ givenOn }) => givenOn))
  // Nothing to answer: the draft goes on when all have spoken, else when the last day is over.
  if (open.length === 0 || madeOn === null)
    return allSpoke && madeOn !== null
      ? moveOn('consulting', madeOn, context)
      : moveOn('consulting', dueOn, context, askedOn)
  return {
    kind: 'answerDraftOpinion',
    node: 'consultation',
    madeOn,
    ...dueAfter(madeOn, 'answerDraftWorkingDays', context),
    roles: ['coordinator'],
  }
}

/**
 * 征求意见: each body of a village or firm that is silent owes a word by the last day, and may
 * still give it after; the office owes the answers, and then that it goes on.
 */
export const consultationOwed = (task: RectificationTask, context: ObligationContext): Owed[] => {
  const { consultation } = task
  if (task.state !== 'consulting' || !consultation) return []
  const silent = silentPartiesOf(consultation)
  const words = consultation.bodies
    .filter((body) => silent.includes(partyOf(body)))
    .map(({ unitId, villageCode }): Owed => ({
      kind: 'sayOnDraft',
      node: unitId,
      madeOn: consultation.askedOn,
      dueOn: consultation.dueOn,
      unitId,
      roles: [villageCode === null ? 'enterpriseAgent' : 'villageOfficer'],
    }))
  return [...words, answersOf(consultation, silent.length === 0, context)]
}
