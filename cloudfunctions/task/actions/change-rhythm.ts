import { newsOfRhythm } from '@/domain/task/moved-news'
import { changeRhythm as changed } from '@/domain/task/rhythm-transition'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 改多久一次 of a duty, with the reason; what is due next stays on its day. */
export const changeRhythm =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.changeRhythm'> =>
  ({ taskId, measureId, everyMonths, reason }, call) => {
    const { rootRegion } = writer.contextOn(call.today)
    return writer.act(taskThing, call, taskId, 'changeRhythm', (task, facts) => {
      const given = { measureId, everyMonths, reason }
      const next = { ...task, ...changed(task, given, call.actor, facts) }
      return {
        next,
        changes: { measureId, everyMonths },
        note: reason,
        tell: newsOfRhythm(next, measureId, call.actor, rootRegion, call.now),
      }
    })
  }
