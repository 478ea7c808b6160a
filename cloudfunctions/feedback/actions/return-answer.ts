import { returnAnswer as decideReturn } from '@/domain/feedback/answer-transitions'
import type { Handler } from '../../_kit/handler'
import { changeReport } from '../change-report'
import type { Parts } from '../parts'

/** 退回答复 to whoever has to look again. */
export const returnAnswer =
  (parts: Parts): Handler<'feedback.returnAnswer'> =>
  async ({ feedbackId, reason }, call) =>
    changeReport(parts, call, feedbackId, false, (feedback, facts) => ({
      next: decideReturn(feedback, { reason }, call.actor, facts),
      event: 'returnAnswer',
      changes: {},
      note: reason,
    }))
