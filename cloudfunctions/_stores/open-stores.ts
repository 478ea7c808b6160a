import type { IsoDay } from '@/domain/calendar/day'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { openReading, type ReadingStores } from './open-reading'
import { SettingsStore } from './settings-store'
import { Writer } from './writer'

/** What the rules count days and make titles with; the same in every call. */
export type Surroundings = Omit<ObligationContext, 'today' | 'rootRegion' | 'settings'>

/** What every function that acts needs; each function adds the stores of its own context. */
export interface Stores extends ReadingStores {
  readonly writer: Writer
  readonly settings: SettingsStore
  readonly contextOn: (today: IsoDay) => ObligationContext
}

export const openStores = (
  env: Parameters<typeof openReading>[0],
  surroundings: Surroundings,
): Stores => {
  const stores = openReading(env)
  const { database, cipher, city } = stores
  const settings = new SettingsStore(database)
  const contextOn = (today: IsoDay) => ({ ...surroundings, settings, rootRegion: city, today })
  return { ...stores, settings, writer: new Writer(database, cipher, contextOn), contextOn }
}
