import { deciderOfExtension } from '@/domain/task/extension'
import { grantExtension as granted } from '@/domain/task/extension-transitions'
import { newsOfMovedDays } from '@/domain/task/moved-news'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 批准延期: the office records the decision; the new day counts from now on. */
export const grantExtension =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.grantExtension'> =>
  ({ taskId, decisionNumber }, call) => {
    const { rootRegion } = writer.contextOn(call.today)
    return writer.act(taskThing, call, taskId, 'grantExtension', (task, facts) => {
      const next = { ...task, ...granted(task, { decisionNumber }, call.actor, facts) }
      return {
        next,
        changes: { decisionNumber, decidedBy: deciderOfExtension(task) },
        note: decisionNumber,
        tell: newsOfMovedDays(task, next, call.actor, rootRegion, call.now),
      }
    })
  }
