import { recheck as rechecked } from '@/domain/task/closing-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 回头看: 没有反弹 or 反弹, with what was found. */
export const recheck =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.recheck'> =>
  ({ taskId, relapsed, words }, call) =>
    writer.act(taskThing, call, taskId, 'recheck', (task, facts) => ({
      next: { ...task, ...rechecked(task, { relapsed, words }, call.actor, facts) },
      changes: { relapsed, said: cipher.blind(`${taskId} ${words}`) },
      note: words,
    }))
