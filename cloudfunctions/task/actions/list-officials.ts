import { refuseIf } from '@/domain/refusal'
import { mayLead } from '@/domain/task/lead-official'
import { coordinatorOfTask } from '@/domain/task/parties'
import { answeringUnitOf } from '@/domain/task/responsibility'
import type { Handler } from '../../_kit/handler'
import { loadNames } from '../../_stores/task-names'
import { namedMember } from '../named-member'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'tasks' | 'members' | 'organization'>

/** Who may be chosen as lead official: leaders of the city, and the unit that answers for the whole. */
export const listOfficials =
  ({ writer, tasks, members, organization }: Deps): Handler<'task.listOfficials'> =>
  async ({ taskId }, call) => {
    const { task } = await tasks.load(taskId, call)
    const refusal = coordinatorOfTask(call.actor, task)
    refuseIf(refusal && { code: refusal })
    const unitId = answeringUnitOf(task.units)
    const { rootRegion } = writer.contextOn(call.today)
    const found = [
      ...(await members.holdersOf(['cityLeader'], [rootRegion])),
      ...(unitId === null ? [] : (await members.ofUnit(unitId)).items),
    ].filter((member) => mayLead(member, task))
    const each = [...new Map(found.map((member) => [member.id, member])).values()]
    const names = await loadNames(organization, [...new Set(each.map((one) => one.unitId))], [])
    return { items: each.map(namedMember(names)) }
  }
