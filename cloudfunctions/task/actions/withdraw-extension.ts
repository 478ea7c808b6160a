import { withdrawExtension as withdrawn } from '@/domain/task/extension-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 撤回延期申请 by the unit that asked, before it was decided. */
export const withdrawExtension =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.withdrawExtension'> =>
  ({ taskId }, call) =>
    writer.act(taskThing, call, taskId, 'withdrawExtension', (task, facts) => ({
      next: { ...task, ...withdrawn(task, call.actor, facts) },
      changes: {},
    }))
