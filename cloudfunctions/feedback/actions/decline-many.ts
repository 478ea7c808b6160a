import type { RefusalCode } from '@/domain/refusal'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { declineOne } from './decline'

/**
 * 批量不予受理, after a flood: each report is a decision of its own, with its audit and its news,
 * and one that cannot be declined keeps none of the others. Repeated, what it did answers as done.
 */
export const declineMany =
  (parts: Parts): Handler<'feedback.declineMany'> =>
  async ({ feedbackIds, reason }, call) => {
    const declined: string[] = []
    const refused: { feedbackId: string; code: RefusalCode }[] = []
    for (const feedbackId of [...new Set(feedbackIds)]) {
      try {
        await declineOne(parts, call, feedbackId, reason)
        declined.push(feedbackId)
      } catch (error) {
        if (!(error instanceof RuleError)) throw error
        const now = error.code === 'THING.STATE' ? await parts.feedback.find(feedbackId) : null
        if (now?.declinedReason === reason) declined.push(feedbackId)
        else refused.push({ feedbackId, code: error.code })
      }
    }
    return { declined, refused }
  }
