import { noticesTo } from '@/domain/timeline/news'
import { refer as decideReferral } from '@/domain/timeline/transitions'
import { otherSide } from '@/domain/timeline/turns'
import { sideOf } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { timelineThing } from '../../_stores/timeline-thing'
import { onOpenTask } from '../on-open-task'
import type { Parts } from '../parts'

/** 转协调 on request of either side, with its reason. */
export const refer =
  ({ writer, city }: Parts): Handler<'enterprise.refer'> =>
  ({ timelineId, reason }, call) =>
    writer.act(
      timelineThing,
      call,
      timelineId,
      'refer',
      onOpenTask(call.actor, (timeline, facts) => {
        const side = sideOf(call.actor, timeline)
        const next = { ...timeline, ...decideReferral(timeline, { reason }, call.actor, facts) }
        return {
          next,
          changes: { round: timeline.round },
          note: reason,
          tell: noticesTo(next, 'timelineReferred', side ? [otherSide(side)] : [], city),
        }
      }),
    )
