import { approveCloseOut as approved } from '@/domain/task/closing-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 批准销号: closed, or reported up where a level above closes the number. */
export const approveCloseOut =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.approveCloseOut'> =>
  ({ taskId, decisionNumber }, call) =>
    writer.act(taskThing, call, taskId, 'approveCloseOut', (task, facts) => {
      const next = { ...task, ...approved(task, { decisionNumber }, call.actor, facts) }
      return { next, changes: { state: next.state, decisionNumber }, note: decisionNumber }
    })
