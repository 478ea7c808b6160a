import { reportDone as reported } from '@/domain/task/part-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { changedPart } from '../changed-part'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'timelines'>

/** 报完成 of one part; what is reminded of it ends in the same transaction. */
export const reportDone =
  ({ writer, cipher, timelines }: Deps): Handler<'task.reportDone'> =>
  async ({ taskId, partId, on, words, paperNumber }, call) => {
    const talks = await timelines.ofTask(taskId)
    const given = { on, words, paperNumber, photoIds: [], fileIds: [] }
    return writer.act(taskThing, call, taskId, 'reportDone', (task, facts) => {
      const next = { ...task, ...reported(task, partId, given, call.actor, facts) }
      return {
        next,
        changes: { partId, on, said: cipher.blind(`${taskId} ${words} ${paperNumber ?? ''}`) },
        ...changedPart(timelines, talks, task, next, partId, words),
      }
    })
  }
