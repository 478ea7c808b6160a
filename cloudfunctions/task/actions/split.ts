import { narrowedTo } from '@/domain/organization/region-path'
import { RuleError } from '@/domain/refusal'
import { split as splitUp } from '@/domain/task/transitions'
import type { Handler } from '../../_kit/handler'
import { makeChildren } from '../../_stores/task-store'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 拆分: the parent and its children change in one transaction, so that none is lost or doubled. */
export const split =
  ({ writer, organization }: Pick<TaskDeps, 'writer' | 'organization'>): Handler<'task.split'> =>
  async ({ taskId, unitIds }, call) => {
    const units = await organization.units(unitIds)
    const wanted = [...new Set(unitIds)]
    const parts = wanted.map((unitId) => ({ id: call.newId(`child ${unitId}`), unitId }))
    const taskIds = parts.map(({ id }) => id)
    return writer.write(call, async (acting) => {
      await acting.change(taskThing, taskId, 'split', (task, facts) => {
        const { parent, children } = splitUp(task, parts, call.actor, facts)
        if (wanted.some((id) => !units.has(id))) throw new RuleError('THING.NOT_FOUND', ['unitIds'])
        const placed = children.map((child) => {
          const place = units.get(child.units.responsible[0] ?? '')?.regionCode
          const { regionCodes } = child
          return { ...child, regionCodes: place ? narrowedTo(regionCodes, place) : regionCodes }
        })
        return {
          next: { ...task, ...parent },
          changes: { children: taskIds, unitIds: wanted },
          also: () => makeChildren(acting, placed, task),
        }
      })
      return { taskIds }
    })
  }
