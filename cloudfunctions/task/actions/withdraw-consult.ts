import { withdrawConsult as withdrawn } from '@/domain/task/consultation-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 撤回征求意见: a draft again, before anybody has spoken. */
export const withdrawConsult =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.withdrawConsult'> =>
  ({ taskId }, call) =>
    writer.act(taskThing, call, taskId, 'withdrawConsult', (task, facts) => ({
      next: { ...task, ...withdrawn(task, call.actor, facts) },
      changes: {},
    }))
