import { prepareSelfCheck as prepared } from '@/domain/task/close-out-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 备自查: nothing is signed by it. */
export const prepareSelfCheck =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.prepareSelfCheck'> =>
  ({ taskId, standards, dispute }, call) =>
    writer.act(taskThing, call, taskId, 'prepareSelfCheck', (task, facts) => ({
      next: { ...task, ...prepared(task, { standards, dispute }, call.actor, facts) },
      changes: { said: cipher.blind(`${taskId} ${JSON.stringify([standards, dispute])}`) },
    }))
