import { selfCheck as checked } from '@/domain/task/close-out-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { readRound } from '../../_stores/round-store'
import { decidersOf } from '../deciders'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'timelines' | 'members' | 'people'>

/**
 * 自查; talks about dates rest from now on. Who decides for the city is asked anew: people change between
 * the assignment and the close-out, and what was given out before it was asked has nobody on record.
 */
export const selfCheck =
  (deps: Deps): Handler<'task.selfCheck'> =>
  async ({ taskId, standards, signOffNumber, dispute = null }, call) => {
    const { writer, cipher, timelines } = deps
    const deciders = await decidersOf(deps, call.today)
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'selfCheck', async (task, facts, read) => {
      const noticeFirst = (await readRound(read, task.roundId))?.noticeFirst ?? false
      const given = { standards, signOffNumber, noticeFirst, dispute }
      return {
        next: { ...task, ...checked(task, given, call.actor, facts), deciders },
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
