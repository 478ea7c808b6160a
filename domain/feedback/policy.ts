import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { coversAll } from '../organization/scope'
import type { Feedback, FeedbackState } from './feedback'
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

/** What a report is, whoever handles it: never who sent it, how they are protected or whom they accuse. */
const handlerFields = [
  'id',
  'number',
  'origin',
  'state',
  'relapse',
  'regionCode',
  'taskId',
  'summary',
  'pollutionTypes',
  'clearedPhotoIds',
  'unitId',
  'submittedOn',
  'admitDueOn',
  'answerDueOn',
  'answerDueProvisional',
  'answers',
  'secondLookBy',
  'ratings',
  'repeated',
] as const satisfies readonly Field[]

/** What the views are made of: a field that is not listed reaches no view. */
export const feedbackFields = {
  // Nothing that staff wrote for each other; a draft is nobody's answer before it is released.
  reporter: [
    'id',
    'number',
    'state',
    'protection',
    'regionCode',
    'taskId',
    'unitId',
    'submittedOn',
    'admitDueOn',
    'admittedOn',
    'answerDueOn',
    'answerDueProvisional',
    'answers',
    'answeredOn',
    'secondLookOn',
    'declinedReason',
  ],
  intake: [...handlerFields, 'accusedUnitIds', 'protection'],
  supervisor: handlerFields,
  handler: handlerFields,
} as const satisfies Record<FeedbackView, readonly Field[]>

/** A report as one view has it. */
export type SeenFeedback<View extends FeedbackView> = Pick<
  Feedback,
  (typeof feedbackFields)[View][number]
>

/** The record cut down to what the view may read: of answers the reporter gets the released ones. */
export const feedbackFor = <View extends FeedbackView>(
  feedback: Feedback,
  view: View,
): SeenFeedback<View> => {
  const fields: readonly Field[] = feedbackFields[view]
  const answers =
    view === 'reporter'
      ? feedback.answers.filter(({ releasedOn }) => releasedOn !== null)
      : feedback.answers
  const seen = { ...feedback, answers }
  return Object.fromEntries(fields.map((field) => [field, seen[field]])) as SeenFeedback<View>
}
