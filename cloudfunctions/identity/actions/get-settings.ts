import { settingBounds, settingNames, valuesOf } from '@/domain/operations/settings-rules'
import { whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf } from '@/domain/refusal'
import { defaultSettings, type Settings } from '@/domain/settings'
import { bookOf } from '@/domain/settings-book'
import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'

const versionView = (settings: Settings) => ({
  version: settings.version,
  items: valuesOf(settings).map(({ name, values }) => ({ name, values: [...values] })),
})

/** 期限和提醒: as they count today, as they were set last, and how far each can go. */
export const getSettings =
  ({ settings, city }: Pick<Stores, 'settings' | 'city'>): Handler<'identity.getSettings'> =>
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
      bounds: settingNames.map((name) => {
        const { least, most, order } = settingBounds[name]
        return { name, least, most, isList: order !== undefined }
      }),
    }
  }
