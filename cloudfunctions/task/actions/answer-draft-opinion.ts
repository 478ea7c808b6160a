import { answerDraftOpinion as answered } from '@/domain/task/consultation-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 采纳 or 不采纳, with the reason that the village or firm reads. */
export const answerDraftOpinion =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.answerDraftOpinion'> =>
  ({ taskId, ...given }, call) =>
    writer.act(taskThing, call, taskId, 'answerDraftOpinion', (task, facts) => {
      const { opinionId, adopted, reason, measure } = given
      return {
        next: { ...task, ...answered(task, given, call.actor, facts) },
        changes: {
          opinionId,
          adopted,
          said: cipher.blind(`${taskId} ${reason}`),
          ...(measure && {
            measureId: measure.id,
            text: cipher.blind(`${taskId} ${measure.text}`),
          }),
        },
      }
    })
