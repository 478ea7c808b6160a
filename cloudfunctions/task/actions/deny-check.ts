import { denyCheck as denied } from '@/domain/task/verification-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 不是我查的: the step is due again. */
export const denyCheck =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.denyCheck'> =>
  ({ taskId, reason }, call) =>
    writer.act(taskThing, call, taskId, 'denyCheck', (task, facts) => ({
      next: { ...task, ...denied(task, { reason }, call.actor, facts) },
      changes: {},
      note: reason,
    }))
