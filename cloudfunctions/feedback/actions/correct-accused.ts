import { correctAccused as decideCorrection } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { changeReport } from '../change-report'
import type { Parts } from '../parts'
import { requireUnits } from '../require-units'

/** 更正被反映单位, by a desk that none of them has. */
export const correctAccused =
  (parts: Parts): Handler<'feedback.correctAccused'> =>
  async ({ feedbackId, accusedUnitIds, reason }, call) => {
    await requireUnits(parts, accusedUnitIds, 'accusedUnitIds')
    return changeReport(parts, call, feedbackId, false, (feedback, facts) => ({
      next: decideCorrection(feedback, { accusedUnitIds, reason }, call.actor, facts),
      event: 'correctAccused',
      changes: { from: feedback.accusedUnitIds.length, to: accusedUnitIds.length },
      note: reason,
    }))
  }
