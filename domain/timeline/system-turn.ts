import { addDays, type IsoDay } from '../calendar/day'
import type { Days } from '../calendar/period'
import { obligationId } from '../reminder/obligation'
import { nextStepFrom } from '../reminder/steps'
import type { TimelineAgreement } from './timeline'
import { sideToAnswer, silentFrom } from './turns'

type Counting = Pick<Days, 'calendar' | 'settings'>

/** The day of the first reminder of an open proposal; null when none is owed. */
export const firstReminderOn = (
  { answerDueOn, turnSince }: TimelineAgreement,
  counting: Counting,
): IsoDay | null => {
  if (answerDueOn === null || turnSince === null) return null
  const when = { dueOn: answerDueOn, madeOn: turnSince, risesOn: null }
  return nextStepFrom({ kind: 'answerTimeline', ...when }, turnSince, counting)
}

/** The obligation of the side whose answer is awaited; null when none is. */
export const turnObligationId = (timeline: TimelineAgreement): string | null => {
  const side = sideToAnswer(timeline)
  return side
    ? obligationId('timeline', timeline.id, 'answerTimeline', `round-${timeline.round}-${side}`)
    : null
}

/**
 * The day from which the system may have to act: a reminder to note, a silence or a mediation
 * to end. A referral waits for the office, however long. Null while everything is in the hands
 * of people.
 */
export const systemTurnOn = (timeline: TimelineAgreement, counting: Counting): IsoDay | null => {
  switch (timeline.state) {
    case 'proposed':
    case 'countered':
      return silentFrom(timeline, counting) ?? firstReminderOn(timeline, counting)
    case 'mediated':
      return timeline.answerDueOn && addDays(timeline.answerDueOn, 1)
    default:
      return null
  }
}
