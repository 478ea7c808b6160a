import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { coversAll } from '../organization/scope'
import type { Feedback, FeedbackAnswer, FeedbackState } from './feedback'
import { isAccused, isDesk } from './desk'
import { isHandler } from './parties'

/** How much of a report somebody sees; each is a field list below. */
export const feedbackViews = [
  'reporter', // the own report, with the own words
  'intake', // the desk; the reporter's words only by an audited look
  'supervisor', // coordinator, inspector: as the handler, from admission on
  'handler', // the unit that has to answer
] as const
export type FeedbackView = (typeof feedbackViews)[number]

/** States in which a unit has the report before it. */
export const givenOut: readonly FeedbackState[] = [
  'assigned',
  'answerSubmitted',
  'answered',
  'secondLook',
  'archived',
]

const placesOf = ({ regionCode }: Pick<Feedback, 'regionCode'>): readonly RegionCode[] =>
  regionCode === null ? [] : [regionCode]

/**
 * Which view of a report an actor has, or null for none. Whoever acts for an accused unit sees
 * nothing, whatever the role: retaliation is the danger to design against. Who is accused is
 * known from admission on; before it only the desk sees that there is a report.
 */
export const feedbackViewFor = (
  feedback: Feedback,
  actor: Actor,
  isReporter: boolean,
): FeedbackView | null => {
  if (isReporter) return 'reporter'
  if (isAccused(actor, feedback)) return null
  if (isDesk(feedback, actor)) return 'intake'
  const { role, regionCode } = actor
  if (role === 'coordinator' || role === 'inspector') {
    const isOfRegion = coversAll(regionCode, placesOf(feedback))
    return isOfRegion && feedback.admittedOn !== null ? 'supervisor' : null
  }
  return isHandler(actor, feedback) && givenOut.includes(feedback.state) ? 'handler' : null
}

/** Identity, original words, voice and photos: the desk only, and each look is audited. */
export const maySeeOriginal = (feedback: Feedback, actor: Actor): boolean =>
  feedbackViewFor(feedback, actor, false) === 'intake'

type Field = keyof Feedback

const handlerFields = [
  'id',
  'number',
  'origin',
  'state',
  'stateSince',
  'regionCode',
  'taskId',
  'summary',
  'pollutionTypes',
  'clearedPhotoIds',
  'unitId',
  'submittedOn',
  'admittedOn',
  'answerDueOn',
  'answerDueProvisional',
  'answerExtended',
  'answers',
  'answeredOn',
  'secondLookOn',
  'ratings',
  'repeated',
] as const satisfies readonly Field[]

const supervisorFields = [
  ...handlerFields,
  'admitDueOn',
  'declinedReason',
  'mergedIntoId',
] as const satisfies readonly Field[]

/** What each view may read of the record. The reporter's own half is added from intake's side. */
export const feedbackFields = {
  // A handler's draft is nobody's answer before it is released (`answersFor`).
  reporter: [
    'id',
    'number',
    'state',
    'stateSince',
    'protection',
    'unitId',
    'submittedOn',
    'admitDueOn',
    'admittedOn',
    'answerDueOn',
    'answerDueProvisional',
    'answerExtended',
    'answers',
    'answeredOn',
    'secondLookOn',
    'ratings',
    'declinedReason',
  ],
  intake: [...supervisorFields, 'protection', 'accusedUnitIds', 'desk'],
  supervisor: supervisorFields,
  handler: handlerFields,
} as const satisfies Record<FeedbackView, readonly Field[]>

/** The answers a view may read: the reporter only those that were released. */
export const answersFor = (
  { answers }: Pick<Feedback, 'answers'>,
  view: FeedbackView,
): readonly FeedbackAnswer[] =>
  view === 'reporter' ? answers.filter(({ releasedOn }) => releasedOn !== null) : answers

/** The record cut down to what the view may read. */
export const feedbackFor = <View extends FeedbackView>(
  feedback: Feedback,
  view: View,
): Pick<Feedback, (typeof feedbackFields)[View][number]> => {
  const fields: readonly Field[] = feedbackFields[view]
  const seen = { ...feedback, answers: answersFor(feedback, view) }
  return Object.fromEntries(fields.map((field) => [field, seen[field]])) as Pick<
    Feedback,
    (typeof feedbackFields)[View][number]
  >
}
