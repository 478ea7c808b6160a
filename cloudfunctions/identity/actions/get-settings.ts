import { beijingDay } from '@/domain/calendar/day'
import {
  changesBetween,
  settingBounds,
  settingNames,
  valuesOf,
} from '@/domain/operations/settings-rules'
import { whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf } from '@/domain/refusal'
import { defaultSettings, type Settings } from '@/domain/settings'
import { bookOf } from '@/domain/settings-book'
import type { Handler } from '../../_kit/handler'
import type { MemberStore } from '../../_stores/member-store'
import type { Stores } from '../../_stores/open-stores'
import type { MadeSettings } from '../../_stores/settings-store'

interface Deps extends Pick<Stores, 'settings' | 'city'> {
  readonly members: MemberStore
}

/** As many versions as a page shows. */
const mostVersions = 20

const versionView = (settings: Settings) => ({
  version: settings.version,
  items: valuesOf(settings).map(({ name, values }) => ({ name, values: [...values] })),
})

const isText = (text: string | null): text is string => text !== null

/** The last versions, the newest first, each with what it changed in the one before. */
const versionsOf = async (records: readonly MadeSettings[], members: MemberStore) => {
  const last = records.slice(-mostVersions)
  const names = await members.namesOf(last.map(({ madeBy }) => madeBy).filter(isText))
  const first = records.length - last.length
  return last
    .map(({ settings, inForceFrom, madeBy, madeAt }, place) => ({
      version: settings.version,
      inForceFrom,
      madeBy: (madeBy && names.get(madeBy)) ?? null,
      madeOn: madeAt === null ? null : beijingDay(madeAt),
      changes: changesBetween(
        records[first + place - 1]?.settings ?? defaultSettings,
        settings,
      ).map(({ name, before, after }) => ({ name, before: [...before], after: [...after] })),
    }))
    .reverse()
}

/** 期限和提醒: as they count today, as they were set last and by whom, and how far each can go. */
export const getSettings =
  ({ settings, city, members }: Deps): Handler<'identity.getSettings'> =>
  async (_input, { actor, today }) => {
    refuseIf(whyNotManage(actor, [city]))
    const records = await settings.records()
    const latest = records.at(-1)
    return {
      inForce: versionView(bookOf(records).on(today)),
      latest: {
        ...versionView(latest?.settings ?? defaultSettings),
        inForceFrom: latest?.inForceFrom ?? null,
      },
      versions: await versionsOf(records, members),
      bounds: settingNames.map((name) => {
        const { least, most, order } = settingBounds[name]
        return { name, least, most, isList: order !== undefined }
      }),
    }
  }
