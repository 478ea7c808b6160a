import { callAction } from '@/src/platform/call-action'
import { newKey } from '@/src/platform/key'
import { askConsent } from '@/src/platform/subscribe'
import { refreshMe } from '@/src/platform/use-me'

/** Asks for one message of this template; call it first in a tap handler. Never fails the tap. */
export const askConsentFor = async (templateId: string): Promise<void> => {
  const results = await askConsent([templateId])
  if (results.length === 0) return
  await callAction('identity.recordConsent', { results }, { idempotencyKey: await newKey() })
    .then(refreshMe)
    .catch(() => undefined)
}
