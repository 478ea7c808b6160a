import { addDays, type IsoDay } from '../calendar/day'
import type { WorkCalendar } from '../calendar/work-calendar'
import { presentNotice } from './cycle'
import { lastDayOf } from './notice'
import type { RectificationTask } from './task'

/**
 * The day on which the system ends the notice: the one after its last day. Over a year whose
 * calendar is not published it is looked at from the provisional day on.
 */
export const noticeTurnOn = (task: RectificationTask, calendar: WorkCalendar): IsoDay | null => {
  const isRunning = task.state === 'preNotice' || task.state === 'underNotice'
  const notice = presentNotice(task)
  if (!isRunning || notice === null) return null
  return addDays(lastDayOf(notice, calendar).on, 1)
}
