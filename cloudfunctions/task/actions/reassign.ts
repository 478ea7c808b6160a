import { reassign as reassigned } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { lookUpChoices } from '../choices'
import { decidersOf } from '../deciders'
import { requireAble } from '../require-able'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'organization' | 'members' | 'people' | 'visits'>

/** 改派 of a share to another unit, which can do it. */
export const reassign =
  (deps: Deps): Handler<'task.reassign'> =>
  async ({ taskId, fromUnitId, toUnitId, reason }, call) => {
    const wanted = { unitIds: [toUnitId], enterpriseIds: [], villageCodes: [] }
    const chosen = await lookUpChoices(deps.organization, wanted)
    const deciders = await decidersOf(deps, call.today)
    const { writer, visits } = deps
    const visited = await visits.ofTask(taskId, writer.contextOn(call.today).rootRegion)
    return writer.act(taskThing, call, taskId, 'reassign', async (task, facts) => {
      const next = reassigned(task, { fromUnitId, toUnitId, reason }, call.actor, facts)
      chosen.refuseUnknown()
      await requireAble(deps, [toUnitId], 'toUnitId')
      const moved = { ...task, ...next, ...chosen.foundBy(task), deciders }
      return {
        next: moved,
        changes: { fromUnitId, toUnitId, reason },
        also: (acting) => visits.follow(acting, visited, moved),
      }
    })
  }
