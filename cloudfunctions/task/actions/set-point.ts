import { setPoint as set } from '@/domain/task/point-transition'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 记下位置: which point it is stands in no answer and no chain. */
export const setPoint =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.setPoint'> =>
  ({ taskId, point }, call) =>
    writer.act(taskThing, call, taskId, 'setPoint', (task, facts) => ({
      next: { ...task, ...set(task, point, call.actor, facts) },
      changes: {},
    }))
