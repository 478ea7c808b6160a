import type { WorkCalendar } from '@/domain/calendar/work-calendar'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { PublicTaskStore } from '../../_stores/public-task-store'
import { describePublicTask } from '../describe-task'

interface Deps {
  readonly publicTasks: PublicTaskStore
  readonly calendar: WorkCalendar
}

export const getTask =
  ({ publicTasks, calendar }: Deps): Handler<'register.getTask'> =>
  async ({ taskId }, { today }) => {
    const task = await publicTasks.find(taskId)
    if (!task) throw new RuleError('THING.NOT_FOUND')
    return describePublicTask(task, today, calendar)
  }
