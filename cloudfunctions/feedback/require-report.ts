import type { Feedback, FeedbackId } from '@/domain/feedback/feedback'
import { whyNotReadFeedback } from '@/domain/feedback/readers'
import type { Actor } from '@/domain/organization/actor'
import { refuseIf } from '@/domain/refusal'
import type { Parts } from './parts'

/**
 * A report that this member of staff may see.
 *
 * @throws RuleError `THING.NOT_FOUND` also for one that exists and may not be seen
 */
export const requireReport = async (
  { feedback }: Pick<Parts, 'feedback'>,
  id: FeedbackId,
  actor: Actor,
): Promise<Feedback> => {
  const found = await feedback.find(id)
  refuseIf(whyNotReadFeedback(found, actor))
  return found!
}
