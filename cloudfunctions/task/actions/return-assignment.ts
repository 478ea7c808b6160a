import { returnAssignment as returned } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 退回: not ours, with the reason. */
export const returnAssignment =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.returnAssignment'> =>
  ({ taskId, reason }, call) =>
    writer.act(taskThing, call, taskId, 'returnAssignment', (task, facts) => ({
      next: { ...task, ...returned(task, { reason }, call.actor, facts) },
      changes: { unitId: call.actor.unitId, state: 'returned' },
      note: reason,
    }))
