import { confirmCheck as confirmed } from '@/domain/task/verification-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 确认 by the second checker, at an opening of their own. */
export const confirmCheck =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.confirmCheck'> =>
  ({ taskId }, call) =>
    writer.act(taskThing, call, taskId, 'confirmCheck', (task, facts) => ({
      next: { ...task, ...confirmed(task, call.actor, facts) },
      changes: {},
    }))
