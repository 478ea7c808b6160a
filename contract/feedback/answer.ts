import { findings } from '@/domain/feedback/feedback'
import { write } from '../action'
import { feedbackChanged, photoIds } from './fields'
import { id, oneOf, reason, text } from '../fields'
import { maxAnswerWords } from './limits'
import * as z from '../zod'

/** What the unit that was given a report does. */
export const answerActions = {
  'feedback.returnToIntake': write(
    'member',
    z.strictObject({ feedbackId: id, reason }),
    feedbackChanged,
  ),
  'feedback.submitAnswer': write(
    'member',
    z.strictObject({
      feedbackId: id,
      finding: oneOf(findings),
      text: text(maxAnswerWords),
      photoIds,
    }),
    feedbackChanged,
  ),
  'feedback.submitSecondAnswer': write(
    'member',
    z.strictObject({
      feedbackId: id,
      finding: oneOf(findings),
      text: text(maxAnswerWords),
      photoIds,
    }),
    feedbackChanged,
  ),
  'feedback.releaseAnswer': write('member', z.strictObject({ feedbackId: id }), feedbackChanged),
  'feedback.returnAnswer': write(
    'member',
    z.strictObject({ feedbackId: id, reason }),
    feedbackChanged,
  ),
  'feedback.extendAnswer': write(
    'member',
    z.strictObject({ feedbackId: id, reason }),
    feedbackChanged,
  ),
} as const
