import type { Feedback, FeedbackId } from '@/domain/feedback/feedback'
import { whyNotReadFeedback } from '@/domain/feedback/readers'
import type { Actor } from '@/domain/organization/actor'
import { refuseIf } from '@/domain/refusal'
import type { Parts } from './parts'

/**
 * What was found, where this member of staff may see it.
 *
 * @throws RuleError `THING.NOT_FOUND` also for one that exists and may not be seen
 */
export const readableReport = (found: Feedback | null, actor: Actor): Feedback => {
  refuseIf(whyNotReadFeedback(found, actor))
  return found!
}

/** As `readableReport`, looked for by its id. */
export const requireReport = async (
  { feedback }: Pick<Parts, 'feedback'>,
  id: FeedbackId,
  actor: Actor,
): Promise<Feedback> => readableReport(await feedback.find(id), actor)
