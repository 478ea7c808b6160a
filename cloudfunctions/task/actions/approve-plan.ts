import { approvePlan as approved } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 批方案; the last approval begins the rectification in the same transaction. */
export const approvePlan =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.approvePlan'> =>
  ({ taskId, unitId }, call) =>
    writer.act(taskThing, call, taskId, 'approvePlan', (task, facts) => {
      const next = approved(task, { unitId }, call.actor, facts)
      return { next: { ...task, ...next }, changes: { unitId, state: next.state } }
    })
