import { reassign as reassigned } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { lookUpChoices } from '../choices'
import { decidersOf } from '../deciders'
import { requireAble } from '../require-able'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'organization' | 'members' | 'people'>

/** 改派 of a share to another unit, which can do it. */
export const reassign =
  (deps: Deps): Handler<'task.reassign'> =>
  async ({ taskId, fromUnitId, toUnitId, reason }, call) => {
    const wanted = { unitIds: [toUnitId], enterpriseIds: [], villageCodes: [] }
    const chosen = await lookUpChoices(deps.organization, wanted)
    const deciders = await decidersOf(deps, call.today)
    return deps.writer.act(taskThing, call, taskId, 'reassign', async (task, facts) => {
      const next = reassigned(task, { fromUnitId, toUnitId, reason }, call.actor, facts)
      chosen.refuseUnknown()
      await requireAble(deps, [toUnitId], 'toUnitId')
      return {
        next: { ...task, ...next, ...chosen.foundBy(task), deciders },
        changes: { fromUnitId, toUnitId, reason },
      }
    })
  }
