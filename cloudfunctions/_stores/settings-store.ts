import type { IsoDay } from '@/domain/calendar/day'
import type { MembershipId } from '@/domain/organization/actor'
import {
  nextVersion,
  settingNames,
  type SettingValue,
  settingsHoldMs,
  valuesOf,
  whyNotChange,
  withValues,
} from '@/domain/operations/settings-rules'
import { refuseIf, RuleError } from '@/domain/refusal'
import { defaultSettings, type Settings } from '@/domain/settings'
import { bookOf, defaultBook, type SettingsBook, type SettingsRecord } from '@/domain/settings-book'
import type { Database } from './database'
import { type Doc, DuplicateId } from './document'
import {
  storedNumber,
  storedNumbers,
  storedOneOf,
  storedRows,
  storedText,
  storedTextOrNull,
} from './stored'
import { orNone, thingsOf } from './shape'
import type { By, Thing } from './thing'
import type { Writer } from './writer'

const collection = 'settings'
const pageSize = 100

/** A version as it is kept; `number` is that of its settings. */
interface StoredSettings {
  readonly id: string
  readonly number: number
  readonly inForceFrom: IsoDay
  readonly values: readonly SettingValue[]
  readonly madeBy: MembershipId | null
  /** Epoch milliseconds. */
  readonly madeAt: number
}

/** A version with who made it and when; null for one that was made before this was kept. */
export interface MadeSettings extends SettingsRecord {
  readonly madeBy: MembershipId | null
  readonly madeAt: number | null
}

const storedSettingsOf = thingsOf<StoredSettings>({
  id: 'text',
  number: 'number',
  inForceFrom: 'text',
  values: 'list',
  madeBy: orNone('text'),
  madeAt: 'number',
})

const settingsThing: Thing<StoredSettings, null, never> = {
  kind: 'settings',
  collection,
  parsed: storedSettingsOf,
  derived: () => ({}),
  facts: () => null,
  allowed: () => [],
  owed: () => [],
}

/** In order of their numbers. */
const idOf = (version: number): string => `v${String(version).padStart(6, '0')}`

const storedOf = (
  { settings, inForceFrom }: SettingsRecord,
  { actor, now }: Pick<By, 'actor' | 'now'>,
): StoredSettings => {
  const { version: number } = settings
  const made = { madeBy: actor.membershipId, madeAt: now }
  return { id: idOf(number), number, inForceFrom, values: valuesOf(settings), ...made }
}

const valuesFrom = (doc: Doc): SettingValue[] =>
  storedRows(doc.values).map(({ name, values }) => ({
    name: storedOneOf(settingNames, name),
    values: storedNumbers(values),
  }))

/** A setting that was added after a version was made has our value in it. */
const recordOf = (doc: Doc): MadeSettings => ({
  settings: { ...withValues(defaultSettings, valuesFrom(doc)), version: storedNumber(doc.number) },
  inForceFrom: storedText(doc.inForceFrom),
  madeBy: storedTextOrNull(doc.madeBy),
  madeAt: doc.madeAt === undefined ? null : storedNumber(doc.madeAt),
})

/** Every version of the settings, read once by a process and again after `settingsHoldMs`. */
export class SettingsStore implements SettingsBook {
  private book = defaultBook
  private readAt = -Infinity

  constructor(private readonly database: Database) {}

  on(day: IsoDay): Settings {
    return this.book.on(day)
  }

  /** @param now epoch milliseconds of the call, by which the age of what was read is told */
  async refresh(now: number): Promise<void> {
    if (Math.abs(now - this.readAt) < settingsHoldMs) return
    this.book = bookOf(await this.records())
    this.readAt = now
  }

  /** The versions after the first, which is ours, the oldest first. */
  async records(): Promise<MadeSettings[]> {
    const records: MadeSettings[] = []
    for (let after = ''; ;) {
      const docs: Doc[] = await this.database.find(
        collection,
        { _id: this.database.command.gt(after) },
        { sort: [['_id', 'asc']], limit: pageSize },
      )
      records.push(...docs.map(recordOf))
      if (docs.length < pageSize) return records
      after = docs.at(-1)!._id
    }
  }

  /**
   * Makes the next version, in force when every process has read it.
   * @param version the latest that was read
   * @throws RuleError `SETTINGS.VALUE`, `THING.CHANGED` when somebody else has made one since
   */
  async change<A>(
    writer: Writer,
    { version, changes }: { readonly version: number; readonly changes: readonly SettingValue[] },
    by: By,
    answer: (record: SettingsRecord) => A,
  ): Promise<A> {
    const before = (await this.records()).at(-1)?.settings ?? defaultSettings
    if (before.version !== version) throw new RuleError('THING.CHANGED')
    refuseIf(whyNotChange(before, changes))
    const record = nextVersion(before, changes, by.now)
    try {
      const answered = await writer.write(by, async (acting) => {
        const differs = Object.fromEntries(
          changes.map(({ name, values }) => [name, [[before[name]].flat(), values]]),
        )
        await acting.make(settingsThing, 'changeSettings', {
          next: storedOf(record, by),
          changes: { ...differs, inForceFrom: record.inForceFrom },
        })
        return answer(record)
      })
      this.readAt = -Infinity
      return answered
    } catch (error) {
      if (error instanceof DuplicateId) throw new RuleError('THING.CHANGED')
      throw error
    }
  }
}
