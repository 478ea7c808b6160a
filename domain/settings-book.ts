import type { IsoDay } from './calendar/day'
import { defaultSettings, type Settings } from './settings'

/** The settings that count on a day. */
export interface SettingsBook {
  readonly on: (day: IsoDay) => Settings
}

/** A version of the settings, whole, and the first day on which it counts. */
export interface SettingsRecord {
  readonly settings: Settings
  readonly inForceFrom: IsoDay
}

/**
 * Every version there ever was. What is counted from a day is counted with the version of that
 * day, however often it is counted anew: a later version moves no date that was given before.
 *
 * @param records by version, none of them in force on the day of its making or before; the first
 *   version is ours and needs no record
 */
export const bookOf = (records: readonly SettingsRecord[]): SettingsBook => ({
  on: (day) =>
    records.filter(({ inForceFrom }) => inForceFrom <= day).at(-1)?.settings ?? defaultSettings,
})

export const defaultBook = bookOf([])
