import { signFor as signedFor } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 签收. The audit gets a digest of person and phone, not the words. */
export const signFor =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.signFor'> =>
  ({ taskId, person, phone }, call) =>
    writer.act(taskThing, call, taskId, 'signFor', (task, facts) => ({
      next: { ...task, ...signedFor(task, { person, phone }, call.actor, facts) },
      changes: {
        unitId: call.actor.unitId,
        contact: cipher.blind(`${taskId} ${person} ${phone}`),
      },
    }))
