import { keepClosed as kept } from '@/domain/task/closing-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 不重开 after a finding: a written reason, which inspector and city leader read. */
export const keepClosed =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.keepClosed'> =>
  ({ taskId, reason }, call) =>
    writer.act(taskThing, call, taskId, 'keepClosed', (task, facts) => ({
      next: { ...task, ...kept(task, { reason }, call.actor, facts) },
      changes: {},
      note: reason,
    }))
