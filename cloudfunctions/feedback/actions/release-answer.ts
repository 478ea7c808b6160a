import { releaseAnswer as decideRelease } from '@/domain/feedback/answer-transitions'
import type { Handler } from '../../_kit/handler'
import { tellLater } from '../../_stores/message-store'
import { changeReport } from '../change-report'
import { requireReport } from '../require-report'
import type { Parts } from '../parts'
import { noticesToReporters } from '../tell-reporters'

/** 发出答复: from here every reporter of the matter reads it, and those who can be told are. */
export const releaseAnswer =
  (parts: Parts): Handler<'feedback.releaseAnswer'> =>
  async ({ feedbackId }, call) => {
    const notices = await noticesToReporters(
      parts,
      await requireReport(parts, feedbackId, call.actor),
    )
    return changeReport(parts, call, feedbackId, false, (feedback, facts) => {
      const next = decideRelease(feedback, {}, call.actor, facts)
      const notice = feedback.secondLookOn === null ? 'answerReady' : 'secondAnswerReady'
      return {
        next,
        event: 'releaseAnswer',
        changes: { answers: next.answers.length },
        also: tellLater(
          notices({ notice, node: `answer ${next.answers.length}`, dueOn: null }),
          call.now,
        ),
      }
    })
  }
