import type { Actor } from '../organization/actor'
import type { Role } from '../organization/role'
import type { Refusal } from '../refusal'
import { readsAsConcerned, whyNotRead } from '../task/readers'
import type { RectificationTask } from '../task/task'

/**
 * Who takes a task's chain away: staff who read the task. Villages and firms read what concerns
 * them and get the chain with the file that the office gives them.
 */
export const whyNotTakeChain = (task: RectificationTask, actor: Actor): Refusal | null =>
  whyNotRead(task, actor) ?? (readsAsConcerned(actor.role) ? { code: 'ACCESS.ROLE' } : null)

export const caseFileRoles: readonly Role[] = [
  'coordinator',
  'inspector',
  'caseOfficer',
  'auditor',
  'cityLeader',
]

/** Who makes and takes a case's file: it holds the evidence, so that units get their own only. */
export const whyNotTakeCaseFile = (task: RectificationTask, actor: Actor): Refusal | null => {
  if (!caseFileRoles.includes(actor.role)) return { code: 'ACCESS.ROLE' }
  return whyNotRead(task, actor) ?? (task.assignments.length > 0 ? null : { code: 'THING.STATE' })
}
