import { refuseIf } from '@/domain/refusal'
import { nextStep } from '@/domain/task/acceptance-chain'
import { presentCycle } from '@/domain/task/cycle'
import { whyNotChecker } from '@/domain/task/parties'
import type { Handler } from '../../_kit/handler'
import type { StoredMembership } from '../../_stores/membership-store'
import type { TaskRecord } from '../../_stores/task-record'
import { loadNames } from '../../_stores/task-names'
import { namedMember } from '../named-member'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'tasks' | 'members' | 'organization'>

/** Nobody who worked on it or checked in an earlier step. */
const isFree = ({ workedOnIt, ...task }: TaskRecord, personId: string): boolean =>
  !workedOnIt.includes(personId) &&
  !presentCycle(task).checks.some(({ checkers }) =>
    checkers.some((checker) => checker.personId === personId),
  )

const isOther =
  (task: TaskRecord, personId: string | null) =>
  (member: StoredMembership): boolean =>
    member.personId !== personId &&
    whyNotChecker(member, task) === null &&
    isFree(task, member.personId)

/** Who may be named as the second checker of the step whose turn it is: colleagues of its unit. */
export const listCheckers =
  ({ tasks, members, organization }: Deps): Handler<'task.listCheckers'> =>
  async ({ taskId }, call) => {
    const { task } = await tasks.load(taskId, call)
    const refusal = whyNotChecker(call.actor, task)
    refuseIf(refusal && { code: refusal })
    const unitId = nextStep(task)?.unitId ?? null
    const { items } = unitId === null ? { items: [] } : await members.ofUnit(unitId)
    const names = await loadNames(organization, unitId === null ? [] : [unitId], [])
    return {
      items: items.filter(isOther(task, call.actor.personId)).map(namedMember(names)),
    }
  }
