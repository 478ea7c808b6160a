import { selfCheck as checked } from '@/domain/task/close-out-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { readRound } from '../../_stores/round-store'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'timelines'>

/** 自查; talks about dates rest from now on. */
export const selfCheck =
  ({ writer, cipher, timelines }: Deps): Handler<'task.selfCheck'> =>
  async ({ taskId, standards, signOffNumber, dispute = null }, call) => {
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'selfCheck', async (task, facts, read) => {
      const noticeFirst = (await readRound(read, task.roundId))?.noticeFirst ?? false
      const given = { standards, signOffNumber, noticeFirst, dispute }
      return {
        next: { ...task, ...checked(task, given, call.actor, facts) },
        changes: {
          state: 'selfChecked',
          signOffNumber,
          said: cipher.blind(`${taskId} ${JSON.stringify([standards, dispute])}`),
          ...(noticeFirst && { noticeFirst }),
        },
        also: (acting) => timelines.follow(acting, talks),
      }
    })
  }
