import { narrowedTo } from '@/domain/organization/region-path'
import { RuleError } from '@/domain/refusal'
import { split as splitUp } from '@/domain/task/transitions'
import type { Handler } from '../../_kit/handler'
import { factsOf, type TaskDeps } from '../task-deps'

/** 拆分: the parent and its children change in one transaction, so that none is lost or doubled. */
export const split =
  ({ tasks, organization, contextOn }: TaskDeps): Handler<'task.split'> =>
  async ({ taskId, unitIds }, { actor, now, today, newId }) => {
    await tasks.load(taskId, actor)
    const units = await organization.units(unitIds)
    const wanted = [...new Set(unitIds)]
    if (wanted.some((id) => !units.has(id))) throw new RuleError('THING.NOT_FOUND', ['unitIds'])
    const children = wanted.map((unitId) => ({ id: newId(`child ${unitId}`), unitId }))
    const context = contextOn(today)
    await tasks.change(taskId, { actor, now }, context, (current) => {
      const parts = splitUp(current, children, actor, factsOf(current, context))
      return {
        next: { ...current, ...parts.parent },
        children: parts.children.map((child) => {
          const place = units.get(child.units.responsible[0] ?? '')?.regionCode
          const codes = child.regionCodes
          return { ...child, regionCodes: place ? narrowedTo(codes, place) : codes }
        }),
        event: 'split',
        changes: { children: children.map(({ id }) => id), unitIds: wanted },
      }
    })
    return { taskIds: children.map(({ id }) => id) }
  }
