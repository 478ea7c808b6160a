import { addDays, beijingInstant, type IsoDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { defaultBook } from '@/domain/settings-book'
import { obligationTitle } from '@/copy/obligation-title'
import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { type Cipher, makeCipher } from '@/cloudfunctions/_stores/cipher'
import type { By } from '@/cloudfunctions/_stores/thing'
import { Writer } from '@/cloudfunctions/_stores/writer'
import { seededRandom } from '@/local/faults/seeded-random'
import { MemoryDatabase } from './memory-database'

/** The day on which the ledger stands. */
export const today: IsoDay = '2020-06-01'
export const city = '440900'

/** One of the parts that are made beside each other: every `of`-th thing from the `first` on. */
export interface Part {
  readonly first: number
  readonly of: number
}

/** Those of a row that belong to the part. */
export const ownOf = <T>(values: readonly T[], { first, of }: Part): T[] =>
  values.filter((_, index) => index % of === first)

/** What every part of the ledger is made with. */
export interface Making {
  readonly database: MemoryDatabase
  readonly cipher: Cipher
  readonly writer: Writer
  /** What of the ledger is made here. */
  readonly part: Part
  /** From 0 up to 1, the same in every run. */
  readonly random: () => number
  /** One of these, by chance. */
  pick<T>(values: readonly T[]): T
  /** What rules and titles need, on a day that may lie before today. */
  contextOn(day: IsoDay): ObligationContext
}

export const openMaking = (identityKeys: string, part: Part): Making => {
  const database = new MemoryDatabase()
  const cipher = makeCipher(identityKeys)
  const random = seededRandom(20_191_104 + part.first)
  const contextOn = (day: IsoDay): ObligationContext => ({
    today: day,
    calendar: workCalendar,
    settings: defaultBook,
    title: obligationTitle,
    rootRegion: city,
  })
  return {
    database,
    cipher,
    part,
    writer: new Writer(database, cipher, contextOn),
    random,
    pick: (values) => values[Math.floor(random() * values.length)]!,
    contextOn,
  }
}

/** In the morning of that day. */
export const by = (actor: Actor, day: IsoDay): By => ({
  actor,
  now: beijingInstant(day, 9),
  today: day,
  keep: () => null,
  serves: () => true,
})

/** A day before today. */
export const daysAgo = (days: number): IsoDay => addDays(today, -days)
