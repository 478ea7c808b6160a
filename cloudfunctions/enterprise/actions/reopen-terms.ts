import { reopenTerms as decideReopening } from '@/domain/timeline/transitions'
import { otherSide } from '@/domain/timeline/turns'
import { sideOf } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { changeTimeline } from '../change-timeline'
import type { Parts } from '../parts'

/** 重新商定: the old dates bind until both agree anew. */
export const reopenTerms =
  (parts: Parts): Handler<'enterprise.reopenTerms'> =>
  async ({ timelineId, ...offer }, call) =>
    changeTimeline(parts, call, timelineId, (timeline, context) => {
      const next = decideReopening(timeline, offer, call.actor, context)
      const side = sideOf(call.actor, timeline)
      const notice = side === 'unit' ? 'timelineProposed' : 'timelineCountered'
      return {
        next,
        event: 'reopenTerms',
        changes: { round: next.round, dates: offer.dates },
        note: offer.reason,
        tell: [{ notice, to: side ? [otherSide(side)] : [] }],
      }
    })
