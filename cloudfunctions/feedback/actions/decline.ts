import type { FeedbackId } from '@/domain/feedback/feedback'
import { decline as decideDecline } from '@/domain/feedback/transitions'
import type { Call, Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'
import { tellReporters } from '../tell-reporters'

const news = { notice: 'feedbackDeclined', node: 'decline', dueOn: null } as const

/** 不予受理, with the reason and where to go instead. */
export const declineOne = (parts: Parts, call: Call, feedbackId: FeedbackId, reason: string) =>
  parts.writer.act(handledReport, call, feedbackId, 'decline', (feedback, facts) => ({
    next: decideDecline(feedback, { reason }, call.actor, facts),
    changes: {},
    note: reason,
    also: tellReporters(parts, feedback, news, call),
  }))

export const decline =
  (parts: Parts): Handler<'feedback.decline'> =>
  async ({ feedbackId, reason }, call) =>
    declineOne(parts, call, feedbackId, reason)
