import { noticesTo } from '@/domain/timeline/news'
import { reopenTerms as decideReopening } from '@/domain/timeline/transitions'
import { otherSide } from '@/domain/timeline/turns'
import { sideOf } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { timelineThing } from '../../_stores/timeline-thing'
import { onOpenTask } from '../on-open-task'
import type { Parts } from '../parts'

/** 重新商定: the old dates bind until both agree anew. */
export const reopenTerms =
  ({ writer, city }: Parts): Handler<'enterprise.reopenTerms'> =>
  ({ timelineId, ...offer }, call) =>
    writer.act(
      timelineThing,
      call,
      timelineId,
      'reopenTerms',
      onOpenTask(call.actor, (timeline, facts) => {
        const side = sideOf(call.actor, timeline)
        const notice = side === 'unit' ? 'timelineProposed' : 'timelineCountered'
        const next = { ...timeline, ...decideReopening(timeline, offer, call.actor, facts) }
        return {
          next,
          changes: { round: next.round, dates: offer.dates },
          note: offer.reason,
          tell: noticesTo(next, notice, side ? [otherSide(side)] : [], city),
        }
      }),
    )
