import { useState } from 'react'
import { callAction } from '@/src/platform/call-action'
import { newKey, newLookupCode } from '@/src/platform/key'
import { flushOutbox, keepForSending, onOutbox, readOutbox } from '@/src/platform/outbox'
import type { OutboxItem } from '@/src/platform/outbox-item'
import { askConsent } from '@/src/platform/subscribe'
import { refreshMe, useMe } from '@/src/platform/use-me'
import type { Receipt, WaitingReport } from '../report/waiting-report'

export type Sent =
  | { readonly outcome: 'delivered'; readonly receipt: Receipt; readonly lookupCode: string }
  | { readonly outcome: 'waiting' | 'refused'; readonly item: OutboxItem }

const recordConsent = async (results: Awaited<ReturnType<typeof askConsent>>) => {
  if (results.length === 0) return
  // A consent that is not recorded costs one message, never the report.
  await callAction('identity.recordConsent', { results }, { idempotencyKey: await newKey() })
    .then(refreshMe)
    .catch(() => undefined)
}

/**
 * Sends a report: kept on the phone first, then tried at once. Consent is asked before the first
 * `await`, because WeChat takes it in the tap only.
 */
export function useSendReport() {
  const [busy, setBusy] = useState(false)
  const template = useMe().me?.consents.find((consent) => consent.template === 'answerReady')

  const send = async (
    waiting: Omit<WaitingReport, 'lookupCode' | 'uploaded' | 'report'> & {
      report: Omit<WaitingReport['report'], 'lookupHash'>
    },
    { notify }: { notify: boolean },
  ): Promise<Sent | null> => {
    if (busy) return null
    setBusy(true)
    const asked = notify && template ? askConsent([template.templateId]) : Promise.resolve([])
    try {
      const consents = await asked
      const { code, hash } = await newLookupCode()
      const input: WaitingReport = {
        ...waiting,
        report: { ...waiting.report, lookupHash: hash },
        uploaded: {},
        lookupCode: code,
      }
      let receipt: Receipt | null = null
      const item = await keepForSending('feedback.submit', input)
      const stop = onOutbox((event) => {
        if (event.kind === 'sent' && event.item.key === item.key) receipt = event.reply as Receipt
      })
      await flushOutbox()
      // The flush may have been another one that began before this item was kept.
      if (readOutbox().some(({ key, state }) => key === item.key && state === 'waiting'))
        await flushOutbox()
      stop()
      if (receipt) {
        await recordConsent(consents)
        return { outcome: 'delivered', receipt, lookupCode: code }
      }
      const left = readOutbox().find(({ key }) => key === item.key)
      if (!left) return null
      return { outcome: left.state === 'refused' ? 'refused' : 'waiting', item: left }
    } finally {
      setBusy(false)
    }
  }
  return { send, busy }
}
