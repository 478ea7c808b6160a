import { askExtension } from '@/domain/task/extension-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 申请延期 of the whole, a measure or a stage; the old day counts until it is granted. */
export const extend =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.extend'> =>
  ({ taskId, part, to, reason, plan }, call) =>
    writer.act(taskThing, call, taskId, 'extend', (task, facts) => {
      const asked = { id: call.newId('extension'), part, to, reason, plan }
      return {
        next: { ...task, ...askExtension(task, asked, call.actor, facts) },
        changes: { part, to, said: cipher.blind(`${taskId} ${reason} ${plan}`) },
        note: reason,
      }
    })
