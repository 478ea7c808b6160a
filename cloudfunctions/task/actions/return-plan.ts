import { returnPlan as returned } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 退方案, with the reason; what was written stays to be mended. */
export const returnPlan =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.returnPlan'> =>
  ({ taskId, unitId, reason }, call) =>
    writer.act(taskThing, call, taskId, 'returnPlan', (task, facts) => ({
      next: { ...task, ...returned(task, { unitId, reason }, call.actor, facts) },
      changes: { unitId },
      note: reason,
    }))
