import { accept as decideAcceptance } from '@/domain/timeline/transitions'
import { otherSide } from '@/domain/timeline/turns'
import { sideOf } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { changeTimeline } from '../change-timeline'
import type { Parts } from '../parts'

/** 同意 the table of the other side, in the round that was read. */
export const accept =
  (parts: Parts): Handler<'enterprise.accept'> =>
  async ({ timelineId, round }, call) =>
    changeTimeline(parts, call, timelineId, (timeline, context) => {
      const next = decideAcceptance(timeline, { round }, call.actor, context)
      const side = sideOf(call.actor, timeline)
      return {
        next,
        event: 'accept',
        changes: { round, dates: next.agreedDates },
        tell: [{ notice: 'timelineAgreed', to: side ? [otherSide(side)] : [] }],
      }
    })
