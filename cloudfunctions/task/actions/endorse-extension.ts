import { endorseExtension as endorsed } from '@/domain/task/extension-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 牵头单位同意延期: from here on it is the office's to decide. */
export const endorseExtension =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.endorseExtension'> =>
  ({ taskId }, call) =>
    writer.act(taskThing, call, taskId, 'endorseExtension', (task, facts) => ({
      next: { ...task, ...endorsed(task, call.actor, facts) },
      changes: {},
    }))
