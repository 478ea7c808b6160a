import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { PublicTaskStore } from '../../_stores/public-task-store'
import { describePublicTask } from '../describe-public'

export const getPublic =
  ({ publicTasks }: { publicTasks: PublicTaskStore }): Handler<'task.getPublic'> =>
  async ({ taskId }, { today }) => {
    const task = await publicTasks.find(taskId)
    if (!task) throw new RuleError('THING.NOT_FOUND')
    return describePublicTask(task, today)
  }
