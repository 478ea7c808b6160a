import { returnPlan as returned } from '@/domain/task/assignment-transitions'
import { newsOfReturnedPlan } from '@/domain/task/returned-news'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 退方案, with the reason; what was written stays to be mended. */
export const returnPlan =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.returnPlan'> =>
  ({ taskId, unitId, reason }, call) => {
    const { rootRegion } = writer.contextOn(call.today)
    return writer.act(taskThing, call, taskId, 'returnPlan', (task, facts) => {
      const next = { ...task, ...returned(task, { unitId, reason }, call.actor, facts) }
      return {
        next,
        changes: { unitId },
        note: reason,
        tell: newsOfReturnedPlan(next, unitId, rootRegion, call.now),
      }
    })
  }
