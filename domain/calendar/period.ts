import type { Settings } from '../settings'
import type { SettingsBook } from '../settings-book'
import { addDays, daysBetween, type IsoDay } from './day'
import { addWorkingDays, type WorkCalendar, type WorkingDayResult } from './work-calendar'

/** What a rule needs to count days with: nothing in the domain reads a clock. */
export interface Days {
  /** Beijing day of the call. */
  readonly today: IsoDay
  readonly calendar: WorkCalendar
  readonly settings: SettingsBook
}

/** A limit in working days, by its name in the settings. */
export type WorkingDayLimit = keyof Settings & `${string}WorkingDays`

/**
 * The last day of a limit that runs from a day on.
 *
 * @param asOf whose settings count: the day from which it is counted, or, where that is still to
 *   come, the day on which it became known
 */
export const limitFrom = (
  from: IsoDay,
  limit: WorkingDayLimit,
  { calendar, settings }: Omit<Days, 'today'>,
  asOf: IsoDay = from,
): WorkingDayResult => addWorkingDays(from, settings.on(asOf)[limit], calendar)

/** The day in the middle of a span, rounded to the earlier day. */
export const midway = (from: IsoDay, to: IsoDay): IsoDay =>
  addDays(from, Math.floor(daysBetween(from, to) / 2))
