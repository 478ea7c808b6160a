import { approvePlan as approved } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { changedTask } from '../events-of'
import type { TaskDeps } from '../task-deps'

/** 批方案; the last approval begins the rectification in the same transaction. */
export const approvePlan =
  ({ tasks, contextOn }: TaskDeps): Handler<'task.approvePlan'> =>
  async ({ taskId, unitId }, { actor, now, today }) => {
    const context = contextOn(today)
    const task = await tasks.change(taskId, { actor, now }, context, (current) => {
      const next = approved(current, { unitId }, actor, context)
      return {
        next: { ...current, ...next },
        event: 'approvePlan',
        changes: { unitId, state: next.state },
      }
    })
    return changedTask(task, actor, context)
  }
