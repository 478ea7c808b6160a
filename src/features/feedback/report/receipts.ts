import { onDelivered } from '@/src/platform/outbox'
import { type ItemOf, lostFiles, type OutboxItem } from '@/src/platform/outbox-item'
import { readStored, writeStored } from '@/src/platform/storage'
import type { ActionOutput } from '@/contract/actions'
import { countAnonymous } from './anonymous-quota'

export type Receipt = ActionOutput<'feedback.submit'>

/** Which files did not go along: photos by their place on the form, from 1. */
export interface Lost {
  readonly photos: readonly number[]
  readonly voice: boolean
}

export const lostOf = (item: OutboxItem): Lost => {
  const photos = item.attachments.filter(({ many }) => many)
  const lost = lostFiles(item)
  return {
    photos: lost.filter(({ many }) => many).map((one) => photos.indexOf(one) + 1),
    voice: lost.some(({ many }) => !many),
  }
}

/** Lookup codes stay on the phone that made them; the server has their hashes only. */
export const codeOf = (feedbackId: string): string | null =>
  readStored('lookupCodes')?.[feedbackId] ?? null

/** Files that were lost on the way of a report that arrived. */
export const lostFrom = (feedbackId: string): Lost | null =>
  readStored('lostFiles')?.[feedbackId] ?? null

/** Reports sent without a name from this phone, newest first. */
export const anonymousReceipts = () => readStored('anonymousReceipts') ?? []

/** With the last one goes that anything was sent at all: safety before the limit. */
export const forgetReceipt = (code: string) => {
  const others = anonymousReceipts().filter((receipt) => receipt.code !== code)
  writeStored('anonymousReceipts', others)
  if (others.length === 0) writeStored('anonymousSent', null)
}

const remember = ({ id, number, submittedOn }: Receipt, item: ItemOf<'feedback.submit'>) => {
  const code = item.lookupCode
  const anonymous = item.input.protection === 'anonymous'
  if (code && !anonymous) writeStored('lookupCodes', { ...readStored('lookupCodes'), [id]: code })
  if (anonymous) countAnonymous()
  // In one place only, from which its owner can have it forgotten.
  if (code && anonymous)
    writeStored('anonymousReceipts', [
      { number, code, submittedOn },
      ...anonymousReceipts().filter((receipt) => receipt.code !== code),
    ])
  if (lostFiles(item).length > 0)
    writeStored('lostFiles', { ...readStored('lostFiles'), [id]: lostOf(item) })
}

/** At start: what was kept yesterday gets its receipt today, whatever page is open. */
export const keepReceipts = () => onDelivered('feedback.submit', remember)
