import { cancelDraft as cancelled } from '@/domain/task/transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 作废草稿 by whoever made it. */
export const cancelDraft =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.cancelDraft'> =>
  ({ taskId }, call) =>
    writer.act(taskThing, call, taskId, 'cancelDraft', (task, facts) => ({
      next: { ...task, ...cancelled(task, call.actor, facts) },
      changes: { state: 'cancelled' },
    }))
