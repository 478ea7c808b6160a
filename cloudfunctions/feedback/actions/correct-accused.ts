import { correctAccused as decideCorrection } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'
import { requireUnits } from '../require-units'

/** 更正被反映单位, by a desk that none of them has. */
export const correctAccused =
  (parts: Parts): Handler<'feedback.correctAccused'> =>
  async ({ feedbackId, accusedUnitIds, reason }, call) => {
    await requireUnits(parts, accusedUnitIds, 'accusedUnitIds')
    return parts.writer.act(
      handledReport,
      call,
      feedbackId,
      'correctAccused',
      (feedback, facts) => ({
        next: decideCorrection(feedback, { accusedUnitIds, reason }, call.actor, facts),
        changes: { from: feedback.accusedUnitIds.length, to: accusedUnitIds.length },
        note: reason,
      }),
    )
  }
