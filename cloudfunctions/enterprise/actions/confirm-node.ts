import { confirmNode as confirmed } from '@/domain/timeline/node-transitions'
import type { Handler } from '../../_kit/handler'
import { timelineThing } from '../../_stores/timeline-thing'
import { onOpenTask } from '../on-open-task'
import type { Parts } from '../parts'
import { requireTimeline } from '../readers'
import { sayShare } from '../share-of-nodes'

/** 确认节点完成: the last firm's says the unit's own share of that measure done. */
export const confirmNode =
  (parts: Parts): Handler<'enterprise.confirmNode'> =>
  async ({ timelineId, measureId }, call) => {
    const { taskId } = await requireTimeline(parts, timelineId)
    const talks = await parts.talks.ofTask(taskId)
    return parts.writer.act(
      timelineThing,
      call,
      timelineId,
      'confirmNode',
      onOpenTask(call.actor, (timeline, facts) => {
        const context = { ...facts, firmHasAgent: true }
        const next = confirmed(timeline, measureId, { reason: null }, call.actor, context)
        return {
          next,
          changes: { measureId },
          also: sayShare(parts, next, measureId, talks),
        }
      }),
    )
  }
