import { releaseAnswer as decideRelease } from '@/domain/feedback/answer-transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'
import { tellReporters } from '../tell-reporters'

/** 发出答复: from here every reporter of the matter reads it, and those who can be told are. */
export const releaseAnswer =
  (parts: Parts): Handler<'feedback.releaseAnswer'> =>
  async ({ feedbackId }, call) =>
    parts.writer.act(handledReport, call, feedbackId, 'releaseAnswer', (feedback, facts) => {
      const next = decideRelease(feedback, {}, call.actor, facts)
      const notice = feedback.secondLookOn === null ? 'answerReady' : 'secondAnswerReady'
      const node = `answer ${next.answers.length}`
      return {
        next,
        changes: { answers: next.answers.length },
        also: tellReporters(parts, next, { notice, node, dueOn: null }, call),
      }
    })
