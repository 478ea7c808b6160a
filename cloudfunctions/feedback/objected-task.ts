import type { Objection } from '@/domain/objection/objection'
import type { Outcome } from '@/domain/objection/transitions'
import type { TaskFacts } from '@/domain/task/facts'
import type { Acting, Decision } from '../_stores/thing'
import type { TaskRecord } from '../_stores/task-record'
import { taskThing } from '../_stores/task-thing'

/**
 * For `Decision.also`: what became of an objection, the only thing of it that the task's own chain
 * takes.
 */
export const decidedOnTask =
  (
    { taskId }: Objection,
    event: Outcome,
    decide: (task: TaskRecord, facts: TaskFacts) => Omit<Decision<TaskRecord>, 'event'> = (
      task,
    ) => ({ next: task, changes: {} }),
  ) =>
  async (acting: Acting): Promise<void> => {
    await acting.change(taskThing, taskId, event, decide)
  }
