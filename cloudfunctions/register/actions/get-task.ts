import type { WorkCalendar } from '@/domain/calendar/work-calendar'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { shownPairs, type PhotoStores } from '../../_files/shown-pairs'
import type { PublicTaskStore } from '../../_stores/public-task-store'
import { describePublicTask } from '../describe-task'

interface Deps extends PhotoStores {
  readonly publicTasks: PublicTaskStore
  readonly calendar: WorkCalendar
}

export const getTask =
  ({ publicTasks, calendar, ...stores }: Deps): Handler<'register.getTask'> =>
  async ({ taskId }, { today }) => {
    const task = await publicTasks.find(taskId)
    if (!task) throw new RuleError('THING.NOT_FOUND')
    // What was done becomes public with the notice, its photos too.
    const photos = task.facts.notice ? await shownPairs(stores, task.text) : []
    return { ...describePublicTask(task, today, calendar), photos }
  }
