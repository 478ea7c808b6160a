import { relapseReported } from '@/domain/task/closing-transitions'
import type { TaskId } from '@/domain/task/task'
import { taskThing } from '../_stores/task-thing'
import type { Acting } from '../_stores/thing'

/** Pulls the next re-check near, quietly: the unit must not read in the task's history that it comes. */
export const relapseOn = async (acting: Acting, taskId: TaskId): Promise<void> => {
  await acting.changeQuietly(taskThing, taskId, (task) => {
    const next = relapseReported(task, acting.by.today)
    return next && { ...task, ...next }
  })
}
