import { returnAnswer as decideReturn } from '@/domain/feedback/answer-transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'

/** 退回答复 to whoever has to look again. */
export const returnAnswer =
  (parts: Parts): Handler<'feedback.returnAnswer'> =>
  async ({ feedbackId, reason }, call) =>
    parts.writer.act(handledReport, call, feedbackId, 'returnAnswer', (feedback, facts) => ({
      next: decideReturn(feedback, { reason }, call.actor, facts),
      changes: {},
      note: reason,
    }))
