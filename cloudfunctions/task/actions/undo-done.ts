import { undoDone as undone } from '@/domain/task/part-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { changedPart } from '../changed-part'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'timelines'>

/** 撤回完成 by the unit itself, with the reason; the part is owed again from its old day. */
export const undoDone =
  ({ writer, timelines }: Deps): Handler<'task.undoDone'> =>
  async ({ taskId, partId, reason }, call) => {
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'undoDone', (task, facts) => {
      const next = { ...task, ...undone(task, partId, { reason }, call.actor, facts) }
      return {
        next,
        changes: { partId },
        ...changedPart(timelines, talks, task, next, partId, reason),
      }
    })
  }
