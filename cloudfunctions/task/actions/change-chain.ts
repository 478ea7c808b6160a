import type { MembershipId } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import { changeChain as changed } from '@/domain/task/close-out-transitions'
import { mayLead } from '@/domain/task/lead-official'
import type { LeadPerson } from '@/domain/task/lead-person'
import type { RectificationTask } from '@/domain/task/task'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { Acting, Read } from '../../_stores/thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'organization' | 'members' | 'visits'>

/** @throws RuleError `THING.NOT_FOUND` of somebody who may not lead this task */
const leadPersonOf = async (
  { members }: Deps,
  read: Read,
  task: RectificationTask,
  membershipId: MembershipId,
): Promise<LeadPerson> => {
  const member = await members.heldIn(read, membershipId)
  if (!mayLead(member, task)) throw new RuleError('THING.NOT_FOUND', ['leadOfficialId'])
  const { name, unitId } = member
  return { membershipId, name: name ?? '', unitId }
}

/** 定验收链: the unit of each step, which level closes, and the person who leads. */
export const changeChain =
  (deps: Deps): Handler<'task.changeChain'> =>
  async ({ taskId, chain, closingLevel, leadOfficialId }, call) => {
    const { writer, organization, visits } = deps
    const unitIds = chain.flatMap(({ unitId }) => unitId ?? [])
    const units = await organization.units(unitIds)
    const visited = await visits.ofTask(taskId, writer.contextOn(call.today).rootRegion)
    return writer.act(taskThing, call, taskId, 'changeChain', async (task, facts, read) => {
      const given = { chain, closingLevel }
      const chained = { ...task, ...changed(task, given, call.actor, facts) }
      if (unitIds.some((id) => !units.has(id))) throw new RuleError('THING.NOT_FOUND', ['chain'])
      const also = (acting: Acting) => visits.follow(acting, visited, chained)
      if (leadOfficialId === undefined) return { next: chained, changes: given, also }
      const leadPerson =
        leadOfficialId === null ? null : await leadPersonOf(deps, read, task, leadOfficialId)
      return {
        next: { ...task, ...changed(task, { ...given, leadPerson }, call.actor, facts) },
        changes: { ...given, leadOfficialId },
        also,
      }
    })
  }
