import { addWorkingDays } from '../calendar/work-calendar'
import type { Feedback } from '../feedback/feedback'
import type { Obligation } from './obligation'
import { type ObligationContext, type Owed, oweFor, unitRoles } from './obligation-context'

/** At most one thing is owed to a reporter at a time; by whom depends on the state. */
const owedOn = (feedback: Feedback, { settings, calendar }: ObligationContext): Owed | null => {
  const { stateSince: madeOn, answerDueOn, unitId } = feedback
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
        dueOn: addWorkingDays(madeOn, settings.assignFeedbackWorkingDays, calendar).on,
        madeOn,
        roles: ['intake'],
      }
    case 'assigned':
      if (answerDueOn === null) return null
      return {
        kind: 'answerFeedback',
        node: round,
        dueOn: answerDueOn,
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
        madeOn,
        roles: ['coordinator'],
      }
    case 'secondLook':
      if (answerDueOn === null) return null
      return {
        kind: 'secondLook',
        node: round,
        dueOn: answerDueOn,
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
  const owed = owedOn(feedback, context)
  if (owed === null) return []
  const thing = {
    id: feedback.id,
    regionCode: feedback.regionCode ?? context.rootRegion,
    subject: { thing: 'feedback', number: feedback.number },
    hiddenFrom: feedback.accusedUnitIds,
  } as const
  return [oweFor(thing, context)(owed)]
}
