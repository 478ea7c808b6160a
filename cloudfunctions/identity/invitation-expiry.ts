import { beijingDay } from '@/domain/calendar/day'
import type { SettingsBook } from '@/domain/settings-book'

const dayMs = 86_400_000

/** When an invitation that is made now ends, in epoch milliseconds. */
export const expiryOf = (now: number, settings: SettingsBook): number =>
  now + settings.on(beijingDay(now)).invitationDays * dayMs
