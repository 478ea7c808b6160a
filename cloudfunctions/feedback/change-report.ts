import { beijingInstant } from '@/domain/calendar/day'
import type { FeedbackFacts } from '@/domain/feedback/facts'
import type { Feedback, FeedbackId, FeedbackState } from '@/domain/feedback/feedback'
import { feedbackViewFor } from '@/domain/feedback/policy'
import type { FeedbackEvent } from '@/domain/feedback/workflow'
import { RuleError } from '@/domain/refusal'
import type { Call } from '../_kit/handler'
import type { Change } from '../_stores/change-thing'
import { factsOf, owedOn, type Parts } from './parts'
import { servedEvents } from './served-events'

/** What a decision says; what is owed follows from the report itself. */
export interface Decision extends Omit<Change<Feedback>, 'obligations' | 'event'> {
  readonly event: FeedbackEvent
}

interface Changed {
  readonly id: FeedbackId
  readonly state: FeedbackState
  readonly events: FeedbackEvent[]
}

/**
 * load → decide → save of one report; answers with what this person may do next.
 *
 * @param matter of a merged report: what it is part of now
 * @throws RuleError `THING.NOT_FOUND` also for a report that the actor may not see at all
 */
export const changeReport = async (
  parts: Pick<Parts, 'feedback' | 'settings' | 'city'>,
  call: Call,
  id: FeedbackId,
  isReporter: boolean,
  decide: (feedback: Feedback, facts: Omit<FeedbackFacts, 'given'>) => Decision,
  matter: Feedback | null = null,
): Promise<Changed> => {
  const facts = { ...factsOf(parts, call, isReporter), ...(matter && { matter }) }
  // What a reporter does is kept with its day: equal instants join what was kept apart.
  const by = isReporter ? { actor: call.actor, now: beijingInstant(call.today) } : call
  const next = await parts.feedback.change(id, by, (feedback) => {
    if (feedbackViewFor(feedback, call.actor, isReporter) === null)
      throw new RuleError('THING.NOT_FOUND')
    const decision = decide(feedback, facts)
    return { ...decision, obligations: owedOn(parts, call, decision.next) }
  })
  return { id, state: next.state, events: servedEvents(next, call.actor, facts) }
}
