import { noticesTo } from '@/domain/timeline/news'
import { accept as decideAcceptance } from '@/domain/timeline/transitions'
import { otherSide } from '@/domain/timeline/turns'
import { sideOf } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { timelineThing } from '../../_stores/timeline-thing'
import { bindDates } from '../bind-dates'
import { onOpenTask } from '../on-open-task'
import type { Parts } from '../parts'

/** 同意 the table of the other side, in the round that was read. */
export const accept =
  ({ writer, city }: Parts): Handler<'enterprise.accept'> =>
  ({ timelineId, round }, call) =>
    writer.act(
      timelineThing,
      call,
      timelineId,
      'accept',
      onOpenTask(call.actor, (timeline, facts) => {
        const side = sideOf(call.actor, timeline)
        const next = {
          ...timeline,
          ...decideAcceptance(timeline, { round }, call.actor, facts),
        }
        return {
          next,
          changes: { round, dates: next.agreedDates },
          also: bindDates(next),
          tell: noticesTo(next, 'timelineAgreed', side ? [otherSide(side)] : [], city),
        }
      }),
    )
