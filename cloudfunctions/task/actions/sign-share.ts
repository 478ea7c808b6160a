import { signShare as signed } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 签本单位自查: the leader's word that the own unit's share is done. */
export const signShare =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.signShare'> =>
  ({ taskId, signOffNumber }, call) =>
    writer.act(taskThing, call, taskId, 'signShare', (task, facts) => ({
      next: { ...task, ...signed(task, { signOffNumber }, call.actor, facts) },
      changes: { unitId: call.actor.unitId, signOffNumber },
    }))
