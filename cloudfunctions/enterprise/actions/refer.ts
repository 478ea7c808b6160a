import { refer as decideReferral } from '@/domain/timeline/transitions'
import { otherSide } from '@/domain/timeline/turns'
import { sideOf } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { changeTimeline } from '../change-timeline'
import type { Parts } from '../parts'

/** 转协调 on request of either side, with its reason. */
export const refer =
  (parts: Parts): Handler<'enterprise.refer'> =>
  async ({ timelineId, reason }, call) =>
    changeTimeline(parts, call, timelineId, (timeline, context) => {
      const side = sideOf(call.actor, timeline)
      return {
        next: decideReferral(timeline, { reason }, call.actor, context),
        event: 'refer',
        changes: { round: timeline.round },
        note: reason,
        tell: [{ notice: 'timelineReferred', to: side ? [otherSide(side)] : [] }],
      }
    })
