import type { returnNode, undoNode } from '@/domain/timeline/node-transitions'
import type { Handler } from '../_kit/handler'
import { timelineThing } from '../_stores/timeline-thing'
import { firmHasAgent } from './firm-has-agent'
import type { newsOfReturnedNode } from './notices'
import { onOpenTask } from './on-open-task'
import type { Parts } from './parts'
import { requireTimeline } from './readers'
import { takeShareBack } from './share-of-nodes'

/** A node that was said done is open again with a reason, and so is the share said by it. */
export const takeNodeBack =
  (
    event: 'undoNode' | 'returnNode',
    taken: typeof undoNode | typeof returnNode,
    newsOf: typeof newsOfReturnedNode | null,
  ) =>
  (parts: Parts): Handler<'enterprise.undoNode' | 'enterprise.returnNode'> =>
  async ({ timelineId, measureId, reason }, call) => {
    const { taskId, enterpriseId } = await requireTimeline(parts, timelineId)
    const talks = await parts.talks.ofTask(taskId)
    const spokenFor = await firmHasAgent(parts, enterpriseId, call.actor)
    return parts.writer.act(
      timelineThing,
      call,
      timelineId,
      event,
      onOpenTask(call.actor, (timeline, facts) => {
        const context = { ...facts, firmHasAgent: spokenFor }
        const next = taken(timeline, measureId, { reason }, call.actor, context)
        return {
          next,
          changes: { measureId },
          tell: newsOf?.(timeline, measureId, call.actor, parts.city) ?? [],
          note: reason,
          also: takeShareBack(parts, next, measureId, reason, talks),
        }
      }),
    )
  }
