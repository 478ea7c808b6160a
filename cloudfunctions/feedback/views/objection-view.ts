import type { Objection } from '@/domain/objection/objection'
import type { Actor } from '@/domain/organization/actor'
import type { Role } from '@/domain/organization/role'
import { officeOrLeader } from '@/domain/organization/scope'
import { RuleError } from '@/domain/refusal'
import type { Call } from '../../_kit/handler'
import { objectionThing } from '../../_stores/objection-thing'
import type { Parts } from '../parts'

/** Intake and office, and the leader to whom what the office lets lie has risen. */
export const objectionReaders: readonly Role[] = ['intake', 'coordinator', 'cityLeader']

/** @throws RuleError `THING.NOT_FOUND`: what one may not see and what does not exist are one answer */
export const requireReader = (objection: Objection | null, actor: Actor): Objection => {
  const may = objectionReaders.some(
    (role) => objection !== null && officeOrLeader(actor, role, objection) === null,
  )
  if (!objection || !may) throw new RuleError('THING.NOT_FOUND')
  return objection
}

export const objectionRow = (
  { writer }: Pick<Parts, 'writer'>,
  objection: Objection,
  call: Call,
) => {
  const { id, taskId, state, ground, summary, lodgedOn, dueOn, dueProvisional, decidedOn } =
    objection
  return {
    id,
    taskId,
    number: objection.taskNumber,
    title: objection.taskTitle,
    state,
    ground,
    summary,
    lodgedOn,
    dueOn,
    dueProvisional,
    decidedOn,
    events: writer.eventsOn(objectionThing, objection, call),
  }
}
