import { selfCheck as checked } from '@/domain/task/close-out-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'timelines'>

/** 自查; talks about dates rest from now on. */
export const selfCheck =
  ({ writer, cipher, timelines }: Deps): Handler<'task.selfCheck'> =>
  async ({ taskId, standards, signOffNumber }, call) => {
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'selfCheck', (task, facts) => ({
      next: { ...task, ...checked(task, { standards, signOffNumber }, call.actor, facts) },
      changes: {
        state: 'selfChecked',
        signOffNumber,
        said: cipher.blind(`${taskId} ${JSON.stringify(standards)}`),
      },
      also: (acting) => timelines.follow(acting, talks),
    }))
  }
