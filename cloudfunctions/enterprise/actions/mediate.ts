import { bothSides, noticesTo } from '@/domain/timeline/news'
import { mediate as decideMediation } from '@/domain/timeline/transitions'
import type { Handler } from '../../_kit/handler'
import { timelineThing } from '../../_stores/timeline-thing'
import { onOpenTask } from '../on-open-task'
import type { Parts } from '../parts'

/** 协调: the office's table, which binds nobody before both have signed. */
export const mediate =
  ({ writer, city }: Parts): Handler<'enterprise.mediate'> =>
  ({ timelineId, ...offer }, call) =>
    writer.act(
      timelineThing,
      call,
      timelineId,
      'mediate',
      onOpenTask(call.actor, (timeline, facts) => {
        const next = { ...timeline, ...decideMediation(timeline, offer, call.actor, facts) }
        return {
          next,
          changes: { round: timeline.round, dates: offer.dates },
          tell: noticesTo(next, 'timelineMediated', bothSides, city),
        }
      }),
    )
