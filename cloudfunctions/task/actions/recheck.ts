import { recheck as rechecked } from '@/domain/task/closing-transitions'
import { requireEvidence } from '../../_files/evidence'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'records'>

/** 回头看: 没有反弹 or 反弹, with what was found and photographed. */
export const recheck =
  ({ writer, cipher, records }: Deps): Handler<'task.recheck'> =>
  async ({ taskId, relapsed, words, photoIds = [] }, call) => {
    const proof = { photoIds, fileIds: [] }
    const files = await requireEvidence({ records, cipher }, proof, taskId, call.actor)
    return writer.act(taskThing, call, taskId, 'recheck', (task, facts) => {
      const given = { relapsed, words, ...(photoIds.length > 0 && { photoIds }) }
      return {
        next: { ...task, ...rechecked(task, given, call.actor, facts) },
        changes: {
          relapsed,
          files: files.map(({ sha256 }) => sha256),
          said: cipher.blind(`${taskId} ${words}`),
        },
        note: words,
        also: ({ transaction }) => records.attach(files, taskId)(transaction),
      }
    })
  }
