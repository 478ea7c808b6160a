import { enterEvent as entered } from '@/domain/task/event-transitions'
import { newsOfMovedDays } from '@/domain/task/moved-news'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 录入事件: the date that counts follows, and with it what is owed and reminded. */
export const enterEvent =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.enterEvent'> =>
  ({ taskId, ...given }, call) => {
    const { rootRegion } = writer.contextOn(call.today)
    return writer.act(taskThing, call, taskId, 'enterEvent', (task, facts) => {
      const next = { ...task, ...entered(task, given, call.actor, facts) }
      const { happenedOn, period, paperNumber, reason } = given
      const { countedOn } = next.deadline
      return {
        next,
        changes: { happenedOn, period, paperNumber, countedOn },
        note: reason || paperNumber,
        tell: newsOfMovedDays(task, next, call.actor, rootRegion, call.now),
      }
    })
  }
