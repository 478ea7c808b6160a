import type { Feedback, FeedbackState } from '../feedback/feedback'
import type { Obligation } from './obligation'
import {
  moveOn,
  type ObligationContext,
  type Owed,
  oweFor,
  unitRoles,
  workingDaysAfter,
} from './obligation-context'

/** Nobody owes anything on these: the reporter rates, the system archives, or it is over. */
const ownedByNobody: readonly FeedbackState[] = [
  'answered',
  'archived',
  'declined',
  'withdrawn',
  'merged',
]

/** True while somebody owes the reporter an answer; a second look counts. */
export const awaitsAnswer = (state: FeedbackState): boolean => !ownedByNobody.includes(state)

/** At most one thing is owed to a reporter at a time; by whom depends on the state. */
const owedOn = (feedback: Feedback, context: ObligationContext): Owed | null => {
  const { stateSince: madeOn, answerDueOn, answerDueProvisional: provisional, unitId } = feedback
  const round = feedback.secondLookOn === null ? 'first' : 'second'
  switch (feedback.state) {
    case 'submitted':
      return {
        kind: 'admitFeedback',
        node: 'admit',
        dueOn: feedback.admitDueOn,
        madeOn,
        roles: ['intake'],
      }
    case 'admitted':
      return {
        kind: 'assignFeedback',
        node: 'assign',
        ...workingDaysAfter(madeOn, context.settings.assignFeedbackWorkingDays, context),
        madeOn,
        roles: ['intake'],
      }
    case 'assigned':
      if (answerDueOn === null) return null
      return {
        kind: 'answerFeedback',
        node: round,
        dueOn: answerDueOn,
        provisional,
        madeOn,
        unitId,
        roles: unitRoles,
      }
    case 'answerSubmitted':
      if (answerDueOn === null) return null
      // The limit is the reporter's: the office's own check lies inside it.
      return {
        kind: 'releaseAnswer',
        node: round,
        dueOn: answerDueOn,
        provisional,
        madeOn,
        roles: ['coordinator'],
      }
    case 'secondLook':
      if (answerDueOn === null) return null
      return {
        kind: 'secondLook',
        node: round,
        dueOn: answerDueOn,
        provisional,
        madeOn,
        unitId,
        roles: unitRoles,
      }
    default:
      return null
  }
}

/** The complete wanted set of obligations of a report. */
export const obligationsOfFeedback = (
  feedback: Feedback,
  context: ObligationContext,
): readonly Obligation[] => {
  if (!awaitsAnswer(feedback.state)) return []
  const owed = owedOn(feedback, context) ?? moveOn(feedback.state, feedback.stateSince, context)
  const thing = {
    id: feedback.id,
    regionCode: feedback.regionCode ?? context.rootRegion,
    subject: { thing: 'feedback', number: feedback.number },
    hiddenFrom: feedback.accusedUnitIds,
  } as const
  return [oweFor(thing, context)(owed)]
}
