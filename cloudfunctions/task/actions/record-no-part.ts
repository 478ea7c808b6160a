import { recordNoPart as recorded } from '@/domain/task/part-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { changedPart } from '../changed-part'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'timelines'>

/** The lead records that a unit has no part in a measure that others do. */
export const recordNoPart =
  ({ writer, timelines }: Deps): Handler<'task.recordNoPart'> =>
  async ({ taskId, partId, reason }, call) => {
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'recordNoPart', (task, facts) => {
      const next = { ...task, ...recorded(task, partId, { reason }, call.actor, facts) }
      return {
        next,
        changes: { partId },
        ...changedPart(timelines, talks, task, next, partId, reason),
      }
    })
  }
