import { callAction } from '@/src/platform/call-action'
import { newKey } from '@/src/platform/key'
import { askConsent } from '@/src/platform/subscribe'
import { refreshMe, useMe } from '@/src/platform/use-me'

/** Messages that may still be sent, and a way to allow one more of each kind. */
export function useConsent() {
  const consents = useMe().me?.consents ?? []
  const left = consents.reduce((sum, consent) => sum + consent.left, 0)
  /** True when at least one was allowed. Must be the first thing in a tap handler. */
  const ask = async (): Promise<boolean> => {
    const results = await askConsent(consents.map(({ templateId }) => templateId))
    if (results.length === 0) return false
    await callAction('identity.recordConsent', { results }, { idempotencyKey: await newKey() })
    await refreshMe()
    return results.some(({ outcome }) => outcome === 'accept')
  }
  return { left, ask }
}
