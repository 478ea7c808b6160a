import { withdraw as withdrawn } from '@/domain/task/close-out-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'timelines'>

/** 撤回 the request or the self-check; talks about dates go on where the work does. */
export const withdraw =
  ({ writer, timelines }: Deps): Handler<'task.withdraw'> =>
  async ({ taskId }, call) => {
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'withdraw', (task, facts) => {
      const next = { ...task, ...withdrawn(task, call.actor, facts) }
      return {
        next,
        changes: { state: next.state },
        also: (acting) => timelines.follow(acting, talks),
      }
    })
  }
