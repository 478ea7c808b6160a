import { reassign as reassigned } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { lookUpChoices } from '../choices'
import { decidersOf } from '../deciders'
import type { TaskDeps } from '../task-deps'

/** 改派 a returned share to another unit. */
export const reassign =
  (
    deps: Pick<TaskDeps, 'writer' | 'organization' | 'members' | 'people'>,
  ): Handler<'task.reassign'> =>
  async ({ taskId, fromUnitId, toUnitId }, call) => {
    const wanted = { unitIds: [toUnitId], enterpriseIds: [], villageCodes: [] }
    const chosen = await lookUpChoices(deps.organization, wanted)
    const deciders = await decidersOf(deps, call.today)
    return deps.writer.act(taskThing, call, taskId, 'reassign', (task, facts) => {
      const next = reassigned(task, { fromUnitId, toUnitId }, call.actor, facts)
      chosen.refuseUnknown()
      return {
        next: { ...task, ...next, ...chosen.foundBy(task), deciders },
        changes: { fromUnitId, toUnitId },
      }
    })
  }
