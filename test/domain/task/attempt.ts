import type { Actor } from '@/domain/organization/actor'
import type { TaskFacts, TaskGiven } from '@/domain/task/facts'
import type { RefusalCode } from '@/domain/refusal'
import type { RectificationTask, TaskState } from '@/domain/task/task'
import { type TaskEvent, whyNotTask } from '@/domain/task/workflow'
import { task, taskFacts } from '../builders'
import { on } from '../calendars'

/** One try on 4 June 2018 of the task the builder makes. */
export interface Attempt {
  readonly event: TaskEvent
  readonly state: TaskState
  readonly by: Actor
  readonly given?: TaskGiven
  readonly facts?: Partial<TaskFacts>
  readonly of?: Partial<RectificationTask>
}

export const attempt = ({ event, state, by, given, facts, of }: Attempt): RefusalCode | null => {
  const refusal = whyNotTask(
    task({ state, ...of }),
    event,
    by,
    taskFacts(on('2018-06-04'), { given: given ?? {}, ...facts }),
  )
  return refusal?.code ?? null
}

/** A rule: the attempt that meets it, what breaks it, and the refusal it then gives. */
export type Condition = readonly [string, Attempt, Partial<Attempt>, RefusalCode]
