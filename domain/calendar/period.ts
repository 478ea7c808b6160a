import type { Settings } from '../settings'
import { addDays, daysBetween, type IsoDay } from './day'
import type { WorkCalendar } from './work-calendar'

/** What a rule needs to count days with: nothing in the domain reads a clock. */
export interface Days {
  /** Beijing day of the call. */
  readonly today: IsoDay
  readonly calendar: WorkCalendar
  readonly settings: Settings
}

/** The day in the middle of a span, rounded to the earlier day. */
export const midway = (from: IsoDay, to: IsoDay): IsoDay =>
  addDays(from, Math.floor(daysBetween(from, to) / 2))
