import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'
import type { PublicTaskStore } from '../../_stores/public-task-store'
import { describePublicTask } from '../describe-public'

interface Deps extends Pick<Stores, 'contextOn'> {
  readonly publicTasks: PublicTaskStore
}

export const getPublic =
  ({ publicTasks, contextOn }: Deps): Handler<'task.getPublic'> =>
  async ({ taskId }, { today }) => {
    const task = await publicTasks.find(taskId)
    if (!task) throw new RuleError('THING.NOT_FOUND')
    return describePublicTask(task, today, contextOn(today).calendar)
  }
