import { returnForRework as returned } from '@/domain/task/verification-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'timelines'>

/** 退回整改: a new cycle with its demands; talks about dates go on where the work does. */
export const returnForRework =
  ({ writer, cipher, timelines }: Deps): Handler<'task.returnForRework'> =>
  async ({ taskId, ...given }, call) => {
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'returnForRework', (task, facts) => ({
      next: { ...task, ...returned(task, given, call.actor, facts) },
      changes: {
        on: given.on,
        demands: given.demands.map(({ unitId, measureIds }) => ({ unitId, measureIds })),
        said: cipher.blind(`${taskId} ${JSON.stringify(given)}`),
      },
      note: given.reason,
      also: (acting) => timelines.follow(acting, talks),
    }))
  }
