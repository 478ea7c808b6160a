import { addDays, daysBetween, type IsoDay } from '../calendar/day'
import { type Days, limitFrom } from '../calendar/period'
import type { WorkingDayResult } from '../calendar/work-calendar'
import type { SettingsBook } from '../settings-book'
import type { Feedback, FeedbackOrigin } from './feedback'

/** Last day to admit or decline: 15 calendar days from receipt. [S] */
export const admitDueOn = (submittedOn: IsoDay, settings: SettingsBook): IsoDay =>
  addDays(submittedOn, settings.on(submittedOn).admitDays)

/** Last day to answer: 60 calendar days from admission; an inspection batch 10 days. [S] */
export const answerDueOn = (
  origin: FeedbackOrigin,
  admittedOn: IsoDay,
  settings: SettingsBook,
): IsoDay =>
  addDays(
    admittedOn,
    settings.on(admittedOn)[origin === 'inspectionBatch' ? 'inspectionBatchDays' : 'answerDays'],
  )

/** The one extension runs from the old last day, and is as long as it is when it is given. [S] */
export const extendedDueOn = (
  dueOn: IsoDay,
  { today, settings }: Pick<Days, 'today' | 'settings'>,
): IsoDay => addDays(dueOn, settings.on(today).answerExtensionDays)

/** Last day of the second look, counted from the rating. [D] */
export const secondLookDue = (ratedOn: IsoDay, days: Omit<Days, 'today'>): WorkingDayResult =>
  limitFrom(ratedOn, 'secondLookWorkingDays', days)

/** Last day on which an answer can be rated; archived unrated from the day after. [D] */
export const rateBy = (answeredOn: IsoDay, settings: SettingsBook): IsoDay =>
  addDays(answeredOn, settings.on(answeredOn).archiveUnratedDays)

type NewsDue = Pick<Feedback, 'state' | 'admitDueOn' | 'answerDueOn' | 'answerDueProvisional'>

/** The day by which somebody owes the reporter the next news; null when nobody does. */
export const nextDueOn = (feedback: NewsDue): IsoDay | null => {
  switch (feedback.state) {
    case 'submitted':
      return feedback.admitDueOn
    case 'admitted':
    case 'assigned':
    case 'answerSubmitted':
    case 'secondLook':
      return feedback.answerDueOn
    default:
      return null
  }
}

type Matter = NewsDue & Pick<Feedback, 'submittedOn' | 'admittedOn' | 'answers'>

/** The day from which the next news is counted; null where it is not counted from receipt or admission. */
const countedFrom = ({ state, submittedOn, admittedOn, answers }: Matter): IsoDay | null => {
  if (state === 'submitted') return submittedOn
  return state === 'secondLook' || answers.length > 0 ? null : admittedOn
}

/**
 * The next day as whoever reported on `ownDay` reads it: counted from no day before that. From an
 * earlier one the day on which somebody else had reported the same could be counted back; the office
 * owes its answer by the earlier day all the same.
 */
export const nextDueSince = (matter: Matter, ownDay: IsoDay): IsoDay | null => {
  const [due, from] = [nextDueOn(matter), countedFrom(matter)]
  return due === null || from === null || from >= ownDay
    ? due
    : addDays(due, daysBetween(from, ownDay))
}

/** True when that day rests on a calendar that is not published yet. */
export const isNextDueProvisional = (feedback: NewsDue): boolean =>
  feedback.state !== 'submitted' && nextDueOn(feedback) !== null && feedback.answerDueProvisional
