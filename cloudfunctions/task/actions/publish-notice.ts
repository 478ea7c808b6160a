import { publishNotice as published } from '@/domain/task/closing-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 公示: residents read the released text with its days in the same transaction. */
export const publishNotice =
  ({ writer }: Pick<TaskDeps, 'writer'>): Handler<'task.publishNotice'> =>
  ({ taskId }, call) =>
    writer.act(taskThing, call, taskId, 'publishNotice', (task, facts) => ({
      next: { ...task, ...published(task, call.actor, facts) },
      changes: { state: 'underNotice', digest: task.release.released?.digest },
    }))
