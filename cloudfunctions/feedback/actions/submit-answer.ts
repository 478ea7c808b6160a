import { submitAnswer as decideAnswer } from '@/domain/feedback/answer-transitions'
import type { Handler } from '../../_kit/handler'
import { answerReport } from '../answer-report'
import type { Parts } from '../parts'

/** 报答复 by the unit that handles it; the coordinator releases it. */
export const submitAnswer =
  (parts: Parts): Handler<'feedback.submitAnswer'> =>
  async (input, call) =>
    answerReport(parts, input, call, 'submitAnswer', decideAnswer)
