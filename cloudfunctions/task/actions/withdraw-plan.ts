import { withdrawPlan as withdrawn } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 撤回方案 by the unit that submitted it, before it was decided; what was written stays to be mended. */
export const withdrawPlan =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.withdrawPlan'> =>
  ({ taskId }, call) =>
    writer.act(taskThing, call, taskId, 'withdrawPlan', (task, facts) => ({
      next: { ...task, ...withdrawn(task, call.actor, facts) },
      changes: { unitId: call.actor.unitId },
    }))
