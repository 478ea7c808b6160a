import { refuseExtension as refused } from '@/domain/task/extension-transitions'
import { isOpenExtension } from '@/domain/task/extension'
import { newsOfRefusedExtension } from '@/domain/task/returned-news'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 不批准延期, by the lead or by the office, with the reason; the old day goes on counting. */
export const refuseExtension =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.refuseExtension'> =>
  ({ taskId, reason }, call) => {
    const { rootRegion } = writer.contextOn(call.today)
    return writer.act(taskThing, call, taskId, 'refuseExtension', (task, facts) => {
      const next = { ...task, ...refused(task, { reason }, call.actor, facts) }
      return {
        next,
        changes: {},
        note: reason,
        tell: task.extensions
          .filter(isOpenExtension)
          .flatMap((extension) => newsOfRefusedExtension(next, extension, rootRegion)),
      }
    })
  }
