import type { Actor } from '../organization/actor'
import type { Refusal } from '../refusal'
import { readsAsConcerned, whyNotRead } from '../task/readers'
import type { RectificationTask } from '../task/task'

/**
 * Who takes a task's chain away: staff who read the task. Villages and firms read what concerns
 * them and get the chain with the file that the office gives them.
 */
export const whyNotTakeChain = (task: RectificationTask, actor: Actor): Refusal | null =>
  whyNotRead(task, actor) ?? (readsAsConcerned(actor.role) ? { code: 'ACCESS.ROLE' } : null)
