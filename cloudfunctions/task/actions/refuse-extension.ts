import { refuseExtension as refused } from '@/domain/task/extension-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 不批准延期, by the lead or by the office, with the reason; the old day goes on counting. */
export const refuseExtension =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.refuseExtension'> =>
  ({ taskId, reason }, call) =>
    writer.act(taskThing, call, taskId, 'refuseExtension', (task, facts) => ({
      next: { ...task, ...refused(task, { reason }, call.actor, facts) },
      changes: {},
      note: reason,
    }))
