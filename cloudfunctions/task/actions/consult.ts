import { consult as consulting } from '@/domain/task/transitions'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { lookUpChoices } from '../choices'
import type { TaskDeps } from '../task-deps'

/** 征求意见: from now on these villages and firms read the draft measures. */
export const consult =
  ({ writer, organization }: Pick<TaskDeps, 'writer' | 'organization'>): Handler<'task.consult'> =>
  async ({ taskId, ...asked }, call) => {
    const chosen = await lookUpChoices(organization, { ...asked, unitIds: [] })
    return writer.act(taskThing, call, taskId, 'consult', (task, facts) => {
      const next = consulting(task, asked, call.actor, facts)
      chosen.refuseUnknown()
      return { next: { ...task, ...next, ...chosen.foundBy(task) }, changes: asked }
    })
  }
