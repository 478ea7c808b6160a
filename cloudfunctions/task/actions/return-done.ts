import { returnDone as returned } from '@/domain/task/part-transitions'
import { newsOfReturned } from '@/domain/task/returned-news'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { changedPart } from '../changed-part'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'timelines'>

/** 退回完成 by the lead, by the office where the lead reported itself. */
export const returnDone =
  ({ writer, timelines }: Deps): Handler<'task.returnDone'> =>
  async ({ taskId, partId, reason }, call) => {
    const talks = await timelines.ofTask(taskId)
    const { rootRegion } = writer.contextOn(call.today)
    return writer.act(taskThing, call, taskId, 'returnDone', (task, facts) => {
      const next = { ...task, ...returned(task, partId, { reason }, call.actor, facts) }
      return {
        next,
        changes: { partId },
        tell: newsOfReturned(task, next, partId, call.actor, rootRegion),
        ...changedPart(timelines, talks, task, next, partId, reason),
      }
    })
  }
