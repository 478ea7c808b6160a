import { reportDone as reported } from '@/domain/task/part-transitions'
import { requireEvidence } from '../../_files/evidence'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { changedPart } from '../changed-part'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'timelines' | 'records'>

/** 报完成 of one part with what proves it; what is reminded of it ends in the same transaction. */
export const reportDone =
  ({ writer, cipher, timelines, records }: Deps): Handler<'task.reportDone'> =>
  async ({ taskId, partId, on, words, paperNumber, ...proof }, call) => {
    const { beforeIds = [], photoIds = [], secretFileIds = [] } = proof
    const fileIds = [...new Set([...(proof.fileIds ?? []), ...secretFileIds])]
    const given = { on, words, paperNumber, beforeIds, photoIds, fileIds, secretFileIds }
    const files = await requireEvidence({ records, cipher }, given, taskId, call.actor)
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'reportDone', (task, facts) => {
      const next = { ...task, ...reported(task, partId, given, call.actor, facts) }
      const { also, note } = changedPart(timelines, talks, task, next, partId, words)
      const said = cipher.blind(`${taskId} ${words} ${paperNumber ?? ''}`)
      return {
        next,
        changes: { partId, on, said, files: files.map(({ sha256 }) => sha256) },
        note,
        also: async (acting) => {
          await also?.(acting)
          await records.attach(files, taskId)(acting.transaction)
        },
      }
    })
  }
