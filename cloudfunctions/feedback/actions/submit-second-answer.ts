import { submitSecondAnswer as decideSecondAnswer } from '@/domain/feedback/answer-transitions'
import type { Handler } from '../../_kit/handler'
import { answerReport } from '../answer-report'
import type { Parts } from '../parts'

/** 换人再查: another person of the unit, or the inspector. */
export const submitSecondAnswer =
  (parts: Parts): Handler<'feedback.submitSecondAnswer'> =>
  async (input, call) =>
    answerReport(parts, input, call, 'submitSecondAnswer', decideSecondAnswer)
