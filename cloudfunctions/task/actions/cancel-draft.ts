import { cancelDraft as cancelled } from '@/domain/task/transitions'
import type { Handler } from '../../_kit/handler'
import { changedTask } from '../events-of'
import { factsOf, type TaskDeps } from '../task-deps'

/** 作废草稿 by whoever made it. */
export const cancelDraft =
  ({ tasks, contextOn }: TaskDeps): Handler<'task.cancelDraft'> =>
  async ({ taskId }, { actor, now, today }) => {
    await tasks.load(taskId, actor)
    const context = contextOn(today)
    const task = await tasks.change(taskId, { actor, now }, context, (current) => ({
      next: { ...current, ...cancelled(current, actor, factsOf(current, context)) },
      event: 'cancelDraft',
      changes: { state: 'cancelled' },
    }))
    return changedTask(task, actor, context)
  }
