import { refuseIf, RuleError } from '@/domain/refusal'
import { cancelTask as cancelled } from '@/domain/task/transitions'
import { whyNotTask } from '@/domain/task/workflow'
import type { Handler } from '../../_kit/handler'
import type { TaskTimelines } from '../../_stores/task-timelines'
import { changedTask } from '../events-of'
import { factsOf, type TaskDeps } from '../task-deps'

interface Deps extends TaskDeps {
  readonly timelines: TaskTimelines
}

/**
 * 取消, with the reason. What lies below ends first, so that a cut-off call can be repeated; the
 * talks about dates end with each task.
 */
export const cancelTask =
  ({ tasks, contextOn, timelines: talks }: Deps): Handler<'task.cancelTask'> =>
  async ({ taskId, reason }, { actor, now, today }) => {
    const context = contextOn(today)
    const { task } = await tasks.load(taskId, actor)
    refuseIf(
      whyNotTask(task, 'cancelTask', actor, { ...factsOf(task, context), given: { reason } }),
    )
    const below = await tasks.descendants(taskId)
    const children = below.reverse().filter(({ state }) => state !== 'cancelled')
    const isStuck = children.some((child) =>
      whyNotTask(child, 'cancelTask', actor, { ...factsOf(child, context), given: { reason } }),
    )
    if (isStuck) throw new RuleError('TASK.CHILD_OPEN')

    const cancel = async (id: string) => {
      const endTalks = await talks.endOf(id, { actor, now })
      return tasks.change(id, { actor, now }, context, (current) => ({
        next: { ...current, ...cancelled(current, { reason }, actor, factsOf(current, context)) },
        event: 'cancelTask',
        changes: { state: 'cancelled' },
        note: reason,
        also: endTalks,
      }))
    }
    for (const { id } of children) await cancel(id)
    return changedTask(await cancel(taskId), actor, context)
  }
