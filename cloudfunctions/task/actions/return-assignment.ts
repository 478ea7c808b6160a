import { returnAssignment as returned } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { changedTask } from '../events-of'
import type { TaskDeps } from '../task-deps'

/** 退回: not ours, with the reason. */
export const returnAssignment =
  ({ tasks, contextOn }: TaskDeps): Handler<'task.returnAssignment'> =>
  async ({ taskId, reason }, { actor, now, today }) => {
    const context = contextOn(today)
    const task = await tasks.change(taskId, { actor, now }, context, (current) => ({
      next: { ...current, ...returned(current, { reason }, actor, context) },
      event: 'returnAssignment',
      changes: { unitId: actor.unitId, state: 'returned' },
      note: reason,
    }))
    return changedTask(task, actor, context)
  }
