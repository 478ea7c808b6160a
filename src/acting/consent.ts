import { beijingDay } from '@/domain/calendar/day'
import type { MessageTemplate } from '@/domain/reminder/template'
import { serverNow } from '@/src/platform/clock'
import { currentRoute } from '@/src/platform/navigation'
import { flushOutbox, keepForSending, onDelivered } from '@/src/platform/outbox'
import { readStored, writeStored } from '@/src/platform/storage'
import { askConsent, canAskConsent, type ConsentResult } from '@/src/platform/subscribe'
import { knownMe, refreshMe } from '@/src/platform/use-me'

const idsOf = (templates: readonly MessageTemplate[]) =>
  (knownMe()?.consents ?? [])
    .filter(({ template }) => templates.includes(template))
    .map(({ templateId }) => templateId)

const askedToday = (page: string) => readStored('consentAsked')?.[page] === beijingDay(serverNow())

/** A page's own day; the other pages' of earlier days go. */
const rememberAsked = (page: string) => {
  const today = beijingDay(serverNow())
  const others = Object.entries(readStored('consentAsked') ?? {}).filter(([, on]) => on === today)
  const asked: Record<string, string> = { [page]: today }
  for (const [other, on] of others) asked[other] = on
  writeStored('consentAsked', asked)
}

/** Behind what it belongs to: without a network it waits with it and is recorded after it. */
const record = async (page: string, answered: Promise<readonly ConsentResult[]>) => {
  const results = await answered
  if (results.length === 0) return false
  rememberAsked(page)
  await keepForSending('notifier.recordConsent', { results })
  void flushOutbox()
  return results.some(({ outcome }) => outcome === 'accept')
}

/**
 * Asks for one message of each template. The first thing in a tap handler, before any `await`
 * (WeChat refuses it one microtask later), at taps that mean something: at most once a day and
 * page (domain rules, section 7). Never fails the tap.
 * @param wanted the person asked for it, so it does not count as asking
 * @returns whether anything was allowed
 */
export function askAtTap(
  templates: readonly MessageTemplate[],
  { wanted = false } = {},
): Promise<boolean> {
  const page = currentRoute()
  const ids = idsOf(templates)
  if (ids.length === 0 || (!wanted && askedToday(page))) return Promise.resolve(false)
  return record(page, askConsent(ids)).catch(() => false)
}

/** Messages that may still be sent of these templates; none can be asked for where it is null. */
export const messagesLeft = (templates: readonly MessageTemplate[]) => {
  const consents = knownMe()?.consents.filter(({ template }) => templates.includes(template))
  if (!consents?.length || !canAskConsent()) return null
  return consents.reduce((sum, { left }) => sum + left, 0)
}

/** At start: what was recorded changes what is left. */
export const followConsents = () => onDelivered('notifier.recordConsent', () => void refreshMe())
