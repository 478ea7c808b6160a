import { noticesTo } from '@/domain/timeline/news'
import { sign as decideSignature } from '@/domain/timeline/transitions'
import { otherSide } from '@/domain/timeline/turns'
import { sideOf } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { timelineThing } from '../../_stores/timeline-thing'
import { bindDates } from '../bind-dates'
import { onOpenTask } from '../on-open-task'
import type { Parts } from '../parts'

/** 签认 of the office's table; the second signature makes its dates bind. */
export const sign =
  ({ writer, city }: Parts): Handler<'enterprise.sign'> =>
  ({ timelineId }, call) =>
    writer.act(
      timelineThing,
      call,
      timelineId,
      'sign',
      onOpenTask(call.actor, (timeline, facts) => {
        const side = sideOf(call.actor, timeline)
        const next = { ...timeline, ...decideSignature(timeline, call.actor, facts) }
        const isAgreed = next.state === 'agreed'
        return {
          next,
          changes: isAgreed ? { dates: next.agreedDates } : {},
          also: bindDates(next),
          tell: isAgreed && side ? noticesTo(next, 'timelineAgreed', [otherSide(side)], city) : [],
        }
      }),
    )
