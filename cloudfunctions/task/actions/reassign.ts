import { reassign as reassigned } from '@/domain/task/assignment-transitions'
import type { Handler } from '../../_kit/handler'
import { changedTask } from '../events-of'
import { namesOfChoices } from '../names-of-choices'
import type { TaskDeps } from '../task-deps'

/** 改派 a returned share to another unit. */
export const reassign =
  ({ tasks, organization, contextOn }: TaskDeps): Handler<'task.reassign'> =>
  async ({ taskId, fromUnitId, toUnitId }, { actor, now, today }) => {
    const names = await namesOfChoices(organization, {
      unitIds: [toUnitId],
      enterpriseIds: [],
      villageCodes: [],
    })
    const context = contextOn(today)
    const task = await tasks.change(taskId, { actor, now }, context, (current) => ({
      next: {
        ...current,
        ...reassigned(current, { fromUnitId, toUnitId }, actor, context),
        searchNames: [...new Set([...current.searchNames, ...names])],
      },
      event: 'reassign',
      changes: { fromUnitId, toUnitId },
    }))
    return changedTask(task, actor, context)
  }
