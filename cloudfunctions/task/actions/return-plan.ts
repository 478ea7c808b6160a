import { returnPlan as returned } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { changedTask } from '../events-of'
import type { TaskDeps } from '../task-deps'

/** 退方案, with the reason; what was written stays to be mended. */
export const returnPlan =
  ({ tasks, contextOn }: TaskDeps): Handler<'task.returnPlan'> =>
  async ({ taskId, unitId, reason }, { actor, now, today }) => {
    const context = contextOn(today)
    const task = await tasks.change(taskId, { actor, now }, context, (current) => ({
      next: { ...current, ...returned(current, { unitId, reason }, actor, context) },
      event: 'returnPlan',
      changes: { unitId },
      note: reason,
    }))
    return changedTask(task, actor, context)
  }
