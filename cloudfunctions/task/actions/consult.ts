import { consult as consulting } from '@/domain/task/consultation-transitions'
import { doingUnitsOf } from '@/domain/task/responsibility'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { lookUpChoices } from '../choices'
import type { TaskDeps } from '../task-deps'

/** 征求意见: from now on these villages and firms read the draft measures, and may speak. */
export const consult =
  ({ writer, organization }: Pick<TaskDeps, 'writer' | 'organization'>): Handler<'task.consult'> =>
  async ({ taskId, dueOn, ...asked }, call) => {
    const { enterpriseIds, villageCodes } = asked
    const { units, voices } = await organization.unitsAndVoices(enterpriseIds, villageCodes)
    const chosen = await lookUpChoices(organization, { ...asked, unitIds: [] }, units)
    return writer.act(taskThing, call, taskId, 'consult', (task, facts) => {
      // A branch or committee that does the work itself is no voice of its village.
      const bodies = [
        ...voices
          .filter(({ id }) => !doingUnitsOf(task).includes(id))
          .map(({ id, regionCode }) => ({ unitId: id, villageCode: regionCode })),
        ...enterpriseIds.map((unitId) => ({ unitId, villageCode: null })),
      ]
      const next = consulting(task, { ...asked, dueOn, bodies }, call.actor, facts)
      chosen.refuseUnknown()
      return { next: { ...task, ...next, ...chosen.foundBy(task) }, changes: { ...asked, dueOn } }
    })
  }
