import { signFor as signedFor } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'
import { changedTask } from '../events-of'
import type { TaskDeps } from '../task-deps'

/** 签收. The audit gets a digest of person and phone, not the words. */
export const signFor =
  ({ tasks, contextOn, cipher }: TaskDeps & Pick<Stores, 'cipher'>): Handler<'task.signFor'> =>
  async ({ taskId, person, phone }, { actor, now, today }) => {
    const context = contextOn(today)
    const task = await tasks.change(taskId, { actor, now }, context, (current) => ({
      next: { ...current, ...signedFor(current, { person, phone }, actor, context) },
      event: 'signFor',
      changes: { unitId: actor.unitId, contact: cipher.blind(`${taskId} ${person} ${phone}`) },
    }))
    return changedTask(task, actor, context)
  }
