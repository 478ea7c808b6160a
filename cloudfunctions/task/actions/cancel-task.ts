import { refuseIf, RuleError } from '@/domain/refusal'
import { cancelTask as cancelled } from '@/domain/task/transitions'
import { whyNotTask } from '@/domain/task/workflow'
import type { Handler } from '../../_kit/handler'
import { changedTask } from '../events-of'
import { factsOf, type TaskDeps } from '../task-deps'

/** 取消, with the reason. Children end with it: first they, so that a cut-off call can be repeated. */
export const cancelTask =
  ({ tasks, contextOn }: TaskDeps): Handler<'task.cancelTask'> =>
  async ({ taskId, reason }, { actor, now, today }) => {
    const context = contextOn(today)
    const { task } = await tasks.load(taskId, actor)
    refuseIf(
      whyNotTask(task, 'cancelTask', actor, { ...factsOf(task, context), given: { reason } }),
    )
    const children = (await tasks.children(taskId)).filter(({ state }) => state !== 'cancelled')
    const isStuck = children.some((child) =>
      whyNotTask(child, 'cancelTask', actor, { ...factsOf(child, context), given: { reason } }),
    )
    if (isStuck) throw new RuleError('TASK.CHILD_OPEN')

    const cancel = (id: string) =>
      tasks.change(id, { actor, now }, context, (current) => ({
        next: { ...current, ...cancelled(current, { reason }, actor, factsOf(current, context)) },
        event: 'cancelTask',
        changes: { state: 'cancelled' },
        note: reason,
      }))
    for (const { id } of children) await cancel(id)
    return changedTask(await cancel(taskId), actor, context)
  }
