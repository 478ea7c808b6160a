import type { FeedbackFacts } from '@/domain/feedback/facts'
import type { Feedback } from '@/domain/feedback/feedback'
import { allowedFeedbackEvents, type FeedbackEvent } from '@/domain/feedback/workflow'
import type { Actor } from '@/domain/organization/actor'

/**
 * Events by the names of the actions that carry them out: whether a withdrawal ends the matter
 * or only erases the reporter is the server's to see.
 */
export const servedEvents = (
  feedback: Feedback,
  actor: Actor,
  facts: FeedbackFacts,
): FeedbackEvent[] => {
  const events = allowedFeedbackEvents(feedback, actor, facts)
  return [...new Set(events.map((event) => (event === 'eraseReporter' ? 'withdraw' : event)))]
}
