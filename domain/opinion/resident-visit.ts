import type { IsoDay } from '../calendar/day'
import { type Days, limitFrom } from '../calendar/period'
import { isOver } from '../task/task'
import type { Opinion, ResidentVisit } from './opinion'
import type { Satisfaction } from './satisfaction'

type Counting = Pick<Days, 'calendar' | 'settings'>

const dueFrom = (agreedOn: IsoDay, days: Counting) => {
  const due = limitFrom(agreedOn, 'visitResidentWorkingDays', days)
  return { dueOn: due.on, dueProvisional: due.provisional }
}

/** Somebody may call and nobody was there: in the cycle that was asked, until the task is over. */
export const awaitsVisit = ({
  voice,
  visit,
  taskState,
  askingId,
  presentAskingId,
}: Pick<Opinion, 'voice' | 'visit' | 'taskState' | 'askingId' | 'presentAskingId'>): boolean =>
  voice === 'resident' &&
  !!visit &&
  visit.madeOn === null &&
  askingId === presentAskingId &&
  !isOver(taskState)

/**
 * What is agreed on by the last word: who is satisfied, or gives no phone, is not called on. A visit
 * that was made stays.
 * @param phone sealed
 */
export const visitAfter = (
  { visit = null }: Pick<Opinion, 'visit'>,
  { satisfaction, phone }: { readonly satisfaction: Satisfaction; readonly phone: string | null },
  days: Days,
): ResidentVisit | null => {
  if (visit && visit.madeOn !== null) return visit
  if (satisfaction === 'satisfied' || phone === null) return null
  const agreedOn = visit?.agreedOn ?? days.today
  return { agreedOn, ...dueFrom(agreedOn, days), phone, madeOn: null, heard: null }
}

/** 暂定 day of a visit that is still owed, counted with the calendar as it is now. */
export const recountVisit = <T extends Opinion>(opinion: T, days: Counting): T => {
  const { visit } = opinion
  if (!visit?.dueProvisional || visit.madeOn !== null) return opinion
  return { ...opinion, visit: { ...visit, ...dueFrom(visit.agreedOn, days) } }
}
