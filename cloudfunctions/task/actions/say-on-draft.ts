import { sayOnDraft as said } from '@/domain/task/consultation-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 提意见 on the draft measures; the words enter the audit as a digest only. */
export const sayOnDraft =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.sayOnDraft'> =>
  ({ taskId, ...given }, call) =>
    writer.act(taskThing, call, taskId, 'sayOnDraft', (task, facts) => {
      const { agrees, words, party, paperNumber } = given
      const opinion = { id: call.newId('draftOpinion'), ...given }
      return {
        next: { ...task, ...said(task, opinion, call.actor, facts) },
        changes: {
          agrees,
          said: cipher.blind(`${taskId} ${words}`),
          ...(party !== undefined && { party }),
          ...(paperNumber !== undefined && { paperNumber }),
        },
      }
    })
