import { recordUpper as recorded } from '@/domain/task/closing-transitions'
import { digestsOf, requireEvidence } from '../../_files/evidence'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'timelines' | 'records'>

/** 录入上级意见: closed, or returned with what has to be done again. */
export const recordUpper =
  ({ writer, cipher, timelines, records }: Deps): Handler<'task.recordUpper'> =>
  async ({ taskId, ...given }, call) => {
    const proof = { photoIds: [], fileIds: given.fileIds ?? [] }
    const papers = await requireEvidence({ records, cipher }, proof, taskId, call.actor)
    const talks = given.rework ? await timelines.ofTask(taskId) : []
    return writer.act(taskThing, call, taskId, 'recordUpper', (task, facts) => {
      const next = { ...task, ...recorded(task, given, call.actor, facts) }
      return {
        next,
        changes: {
          state: next.state,
          upperDocumentNumber: given.upperDocumentNumber,
          ...digestsOf(papers),
          said: cipher.blind(`${taskId} ${JSON.stringify(given)}`),
        },
        note: given.upperDocumentNumber,
        also: async (acting) => {
          await records.attach(papers, taskId)(acting.transaction)
          if (given.rework) await timelines.follow(acting, talks)
        },
      }
    })
  }
