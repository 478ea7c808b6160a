import { reassign as reassigned } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { lookUpChoices } from '../choices'
import type { TaskDeps } from '../task-deps'

/** 改派 a returned share to another unit. */
export const reassign =
  ({ writer, organization }: Pick<TaskDeps, 'writer' | 'organization'>): Handler<'task.reassign'> =>
  async ({ taskId, fromUnitId, toUnitId }, call) => {
    const wanted = { unitIds: [toUnitId], enterpriseIds: [], villageCodes: [] }
    const chosen = await lookUpChoices(organization, wanted)
    return writer.act(taskThing, call, taskId, 'reassign', (task, facts) => {
      const next = reassigned(task, { fromUnitId, toUnitId }, call.actor, facts)
      chosen.refuseUnknown()
      return {
        next: { ...task, ...next, ...chosen.foundBy(task) },
        changes: { fromUnitId, toUnitId },
      }
    })
  }
