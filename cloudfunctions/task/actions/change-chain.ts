import { RuleError } from '@/domain/refusal'
import { changeChain as changed } from '@/domain/task/close-out-transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 定验收链: the unit of each step, and which level closes. */
export const changeChain =
  ({
    writer,
    organization,
  }: Pick<TaskDeps, 'writer' | 'organization'>): Handler<'task.changeChain'> =>
  async ({ taskId, chain, closingLevel }, call) => {
    const unitIds = chain.flatMap(({ unitId }) => unitId ?? [])
    const units = await organization.units(unitIds)
    return writer.act(taskThing, call, taskId, 'changeChain', (task, facts) => {
      const next = changed(task, { chain, closingLevel }, call.actor, facts)
      if (unitIds.some((id) => !units.has(id))) throw new RuleError('THING.NOT_FOUND', ['chain'])
      return { next: { ...task, ...next }, changes: { chain, closingLevel } }
    })
  }
