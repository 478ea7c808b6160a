import { withAgreedDates } from '@/domain/task/agreed-dates'
import { taskThing } from '../_stores/task-thing'
import type { Acting } from '../_stores/thing'
import type { TimelineRecord } from '../_stores/timeline-thing'

/**
 * For the transaction in which dates begin to bind: the task takes them too, so that the unit
 * owes them as the firm does and the schedule counts by them. Nothing while they do not bind.
 */
export const bindDates =
  (timeline: TimelineRecord) =>
  async (acting: Acting): Promise<void> => {
    const { state, agreedDates, taskId, enterpriseId } = timeline
    if (state !== 'agreed' || agreedDates === null) return
    await acting.change(taskThing, taskId, 'agreeDates', (task) => ({
      next: withAgreedDates(task, timeline, agreedDates),
      changes: { enterpriseId, dates: agreedDates },
    }))
  }
