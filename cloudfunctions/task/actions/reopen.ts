import { reopen as reopened } from '@/domain/task/closing-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'timelines'>

/** 反弹重开: the same number and file, a new cycle and a new deadline. */
export const reopen =
  ({ writer, cipher, timelines }: Deps): Handler<'task.reopen'> =>
  async ({ taskId, ...given }, call) => {
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'reopen', (task, facts) => ({
      next: { ...task, ...reopened(task, given, call.actor, facts) },
      changes: { on: given.on, said: cipher.blind(`${taskId} ${JSON.stringify(given)}`) },
      note: given.reason,
      also: (acting) => timelines.follow(acting, talks),
    }))
  }
