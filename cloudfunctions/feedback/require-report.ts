import type { Feedback, FeedbackId } from '@/domain/feedback/feedback'
import { RuleError } from '@/domain/refusal'
import type { Parts } from './parts'

/** @throws RuleError `THING.NOT_FOUND` */
export const requireReport = async (
  { feedback }: Pick<Parts, 'feedback'>,
  id: FeedbackId,
): Promise<Feedback> => {
  const found = await feedback.find(id)
  if (!found) throw new RuleError('THING.NOT_FOUND')
  return found
}
