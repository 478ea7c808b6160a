import { sign as decideSignature } from '@/domain/timeline/transitions'
import { otherSide } from '@/domain/timeline/turns'
import { sideOf } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { changeTimeline } from '../change-timeline'
import type { Parts } from '../parts'

/** 签认 of the office's table; the second signature makes its dates bind. */
export const sign =
  (parts: Parts): Handler<'enterprise.sign'> =>
  async ({ timelineId }, call) =>
    changeTimeline(parts, call, timelineId, (timeline, context) => {
      const next = decideSignature(timeline, call.actor, context)
      const side = sideOf(call.actor, timeline)
      const isAgreed = next.state === 'agreed'
      return {
        next,
        event: 'sign',
        changes: isAgreed ? { dates: next.agreedDates } : {},
        tell: isAgreed && side ? [{ notice: 'timelineAgreed', to: [otherSide(side)] }] : [],
      }
    })
