import { takeBack as decideTakeBack } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'

/** 收回 from a unit that cannot act, is silent or accused; the reporter's days run on. */
export const takeBack =
  (parts: Parts): Handler<'feedback.takeBack'> =>
  async ({ feedbackId, reason }, call) =>
    parts.writer.act(handledReport, call, feedbackId, 'takeBack', (feedback, facts) => ({
      next: decideTakeBack(feedback, { reason }, call.actor, facts),
      changes: { unitId: feedback.unitId },
      note: reason,
    }))
