import { recountFeedback } from '@/domain/feedback/transitions'
import { addDays, type IsoDay } from '@/domain/calendar/day'
import type { FeedbackFacts } from '@/domain/feedback/facts'
import {
  endedStates,
  type Feedback,
  feedbackOrigins,
  protections,
  feedbackStates,
  lookers,
} from '@/domain/feedback/feedback'
import { nextDueOn, rateBy } from '@/domain/feedback/limits'
import { feedbackViewFor } from '@/domain/feedback/policy'
import { readerKeys } from '@/domain/feedback/readers'
import { allowedFeedbackEvents, type FeedbackEvent } from '@/domain/feedback/workflow'
import type { Actor, MembershipId } from '@/domain/organization/actor'
import { obligationsOfFeedback } from '@/domain/feedback/owed'
import type { SettingsBook } from '@/domain/settings-book'
import { countRepeats } from './repeat-store'
import type { Thing } from './thing'
import { orNone, thingsOf } from './shape'

/** What the rules know of a report before an event brings something with it. */
export type ReportFacts = Omit<FeedbackFacts, 'given'>

/** Sorts what nobody owes anything on after what somebody owes. */
const never = '9999-12-31'

/** The membership that is the desk of an open report; null where an office is. */
export const heldBy = ({ desk, state }: Feedback): MembershipId | null =>
  desk !== null && 'membershipId' in desk && !endedStates.includes(state) ? desk.membershipId : null

/**
 * An answer is archived on the day after the last one on which it can be rated; a report of relapse is
 * looked at from its admission on, until its re-check is made.
 */
const turnOn = (feedback: Feedback, settings: SettingsBook): IsoDay | null => {
  const { state, answeredOn, admittedOn, awaitsRecheck } = feedback
  if (state === 'admitted' && awaitsRecheck) return admittedOn
  return state === 'answered' && answeredOn ? addDays(rateBy(answeredOn, settings), 1) : null
}

/**
 * Events by the names of the actions that carry them out: whether a withdrawal ends the matter
 * or only erases the reporter is the server's to see.
 */
const allowed = (feedback: Feedback, actor: Actor, facts: ReportFacts): FeedbackEvent[] => {
  const events = allowedFeedbackEvents(feedback, actor, facts)
  return [...new Set(events.map((event) => (event === 'eraseReporter' ? 'withdraw' : event)))]
}

export const feedbackOf = thingsOf<Feedback>({
  id: 'text',
  number: 'text',
  origin: feedbackOrigins,
  protection: protections,
  state: feedbackStates,
  stateSince: 'text',
  regionCode: orNone('text'),
  taskId: orNone('text'),
  relapse: orNone('flag'),
  awaitsRecheck: orNone('row'),
  summary: orNone('text'),
  pollutionTypes: 'list',
  clearedPhotoIds: 'list',
  accusedUnitIds: 'list',
  desk: orNone('row'),
  unitId: orNone('text'),
  submittedOn: 'text',
  admitDueOn: 'text',
  admittedOn: orNone('text'),
  answerDueOn: orNone('text'),
  answerDueProvisional: 'flag',
  answerExtended: 'flag',
  answers: 'list',
  answeredOn: orNone('text'),
  secondLookOn: orNone('text'),
  secondLookBy: orNone(lookers),
  ratings: 'list',
  declinedReason: orNone('text'),
  mergedIntoId: orNone('text'),
  joined: orNone('number'),
  repeated: 'flag',
})

/** A report in the eyes of one side: what it may see and do follows from which side that is. */
const reportOf = (
  isReporter: boolean,
  matter: Feedback | null,
): Thing<Feedback, ReportFacts, FeedbackEvent> => ({
  kind: 'feedback',
  collection: 'feedback',
  parsed: feedbackOf,
  derived: (feedback, { rootRegion }) => ({
    readers: readerKeys(feedback, rootRegion),
    order: `${nextDueOn(feedback) ?? never}.${feedback.id}`,
    heldBy: heldBy(feedback),
  }),
  isShown: (feedback, { actor }) =>
    actor.role === 'system' || feedbackViewFor(feedback, actor, isReporter) !== null,
  facts: (_feedback, { today, calendar, settings }) => ({
    today,
    calendar,
    settings,
    isReporter,
    ...(matter && { matter }),
  }),
  allowed,
  owed: obligationsOfFeedback,
  recounted: recountFeedback,
  turnOn: (feedback, { settings }) => turnOn(feedback, settings),
  beside: countRepeats,
})

/** For staff and for the system. */
export const handledReport = reportOf(false, null)
/** For whoever sent it, where it is part of this matter now; null where it stands alone. */
export const ownReportIn = (matter: Feedback | null) => reportOf(true, matter)
export const ownReport = ownReportIn(null)
