import { consult as consulting } from '@/domain/task/transitions'
import type { Handler } from '../../_kit/handler'
import { changedTask } from '../events-of'
import { namesOfChoices } from '../names-of-choices'
import { factsOf, type TaskDeps } from '../task-deps'

/** 征求意见: from now on these villages and firms read the draft measures. */
export const consult =
  ({ tasks, organization, contextOn }: TaskDeps): Handler<'task.consult'> =>
  async ({ taskId, ...asked }, { actor, now, today }) => {
    await tasks.load(taskId, actor)
    const names = await namesOfChoices(organization, { ...asked, unitIds: [] })
    const context = contextOn(today)
    const task = await tasks.change(taskId, { actor, now }, context, (current) => ({
      next: {
        ...current,
        ...consulting(current, asked, actor, factsOf(current, context)),
        searchNames: [...new Set([...current.searchNames, ...names])],
      },
      event: 'consult',
      changes: asked,
    }))
    return changedTask(task, actor, context)
  }
