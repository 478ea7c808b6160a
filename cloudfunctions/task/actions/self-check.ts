import { selfCheck as checked } from '@/domain/task/close-out-transitions'
import { digestsOf, requireEvidence } from '../../_files/evidence'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { readRound } from '../../_stores/round-store'
import { decidersOf } from '../deciders'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'records' | 'timelines' | 'members' | 'people'>

/**
 * 自查; talks about dates rest from now on. Who decides for the city is asked anew: people change between
 * the assignment and the close-out, and what was given out before it was asked has nobody on record.
 */
export const selfCheck =
  (deps: Deps): Handler<'task.selfCheck'> =>
  async ({ taskId, standards, signOffNumber, fileIds = [], dispute = null }, call) => {
    const { writer, cipher, records, timelines } = deps
    const papers = await requireEvidence(deps, { photoIds: [], fileIds }, taskId, call.actor)
    const deciders = await decidersOf(deps, call.today)
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'selfCheck', async (task, facts, read) => {
      const noticeFirst = (await readRound(read, task.roundId))?.noticeFirst ?? false
      const given = { standards, signOffNumber, fileIds, noticeFirst, dispute }
      return {
        next: { ...task, ...checked(task, given, call.actor, facts), deciders },
        changes: {
          state: 'selfChecked',
          signOffNumber,
          ...digestsOf(papers),
          said: cipher.blind(`${taskId} ${JSON.stringify([standards, dispute])}`),
          ...(noticeFirst && { noticeFirst }),
        },
        also: async (acting) => {
          await records.attach(papers, taskId)(acting.transaction)
          await timelines.follow(acting, talks)
        },
      }
    })
  }
