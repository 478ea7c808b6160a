import { requestCloseOut as requested } from '@/domain/task/close-out-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 申请验收: the first step of the chain has its turn. */
export const requestCloseOut =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.requestCloseOut'> =>
  ({ taskId, reportNumber }, call) =>
    writer.act(taskThing, call, taskId, 'requestCloseOut', (task, facts) => ({
      next: { ...task, ...requested(task, { reportNumber }, call.actor, facts) },
      changes: { state: 'verifying', reportNumber },
    }))
