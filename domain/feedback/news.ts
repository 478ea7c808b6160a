import type { Notice } from '../reminder/notice'
import type { FeedbackState } from './feedback'

/** While a report is in one of these states its news still is news. */
const newsIn: Readonly<Partial<Record<Notice, readonly FeedbackState[]>>> = {
  answerReady: ['answered', 'merged'],
  secondAnswerReady: ['answered', 'merged'],
  answerExtended: ['admitted', 'assigned', 'answerSubmitted', 'merged'],
  feedbackDeclined: ['declined'],
}

export const isNewsStill = (notice: Notice, state: FeedbackState): boolean =>
  newsIn[notice]?.includes(state) ?? true
