import type { ActionInput, ActionOutput } from '@/contract/actions'
import { callAction } from '@/src/platform/call-action'
import { dropKeptFile, type KeptFile, readKeptFile } from '@/src/platform/kept-file'
import { newKey } from '@/src/platform/key'
import type { OutboxItem } from '@/src/platform/outbox-item'
import { sendBy } from '@/src/platform/outbox'
import { uploadFile } from '@/src/platform/upload'
import { rememberCode } from './lookup-codes'

type Submission = ActionInput<'feedback.submit'>

/** A voice note with its length. */
export type KeptVoice = KeptFile & { readonly seconds: number }

/** A report on the phone: what is said, and the files that have still to go up. */
export interface WaitingReport {
  readonly report: Omit<Submission, 'photoIds' | 'voiceId'>
  readonly photos: readonly KeptFile[]
  readonly voice: KeptVoice | null
  /** File ids of what is already up, by the kept file's key. */
  readonly uploaded: Readonly<Record<string, string>>
  /** Shown to the reporter; only its hash is sent. */
  readonly lookupCode: string
}

export type Receipt = ActionOutput<'feedback.submit'>

type FileType = ActionInput<'feedback.prepareUpload'>['files'][number]['type']

/** Puts one file up and has the server check it; null when the phone lost it meanwhile. */
const sendFile = async (kept: KeptFile, anonymous: boolean, actAs: string | null) => {
  const file = await readKeptFile(kept)
  if (!file) return null
  const options = async () => ({ idempotencyKey: await newKey(), actAs })
  const { targets } = await callAction(
    'feedback.prepareUpload',
    { files: [{ type: kept.type as FileType, size: kept.size }], anonymous },
    await options(),
  )
  const target = targets[0]
  if (!target) return null
  const sent = await uploadFile(target, file, { anonymous })
  // The checked copy has an id of its own; only that one can be attached to a report.
  const { fileId } = await callAction(
    'feedback.confirmUpload',
    { fileId: sent, anonymous },
    await options(),
  )
  return fileId
}

/** Files first, each remembered as it arrives; then the words, once. */
const sendReport = async (
  item: OutboxItem,
  progress: (input: unknown) => void,
): Promise<Receipt> => {
  let waiting = item.input as WaitingReport
  const { report, photos, voice, lookupCode } = waiting
  const anonymous = report.protection === 'anonymous'
  const files = voice ? [...photos, voice] : photos
  for (const kept of files) {
    if (waiting.uploaded[kept.key]) continue
    const fileId = await sendFile(kept, anonymous, item.actAs)
    if (!fileId) continue
    waiting = { ...waiting, uploaded: { ...waiting.uploaded, [kept.key]: fileId } }
    progress(waiting)
  }
  const idOf = (kept: KeptFile) => waiting.uploaded[kept.key]
  const receipt = await callAction(
    'feedback.submit',
    {
      ...report,
      photoIds: photos.map(idOf).filter((id) => id !== undefined),
      voiceId: voice ? (idOf(voice) ?? null) : null,
    },
    { idempotencyKey: item.key, actAs: item.actAs },
  )
  rememberCode(receipt.id, lookupCode)
  for (const kept of files) await dropKeptFile(kept).catch(() => undefined)
  return receipt
}

/** Registered at start, so that a report kept yesterday goes out today. */
export const registerReportSender = () => sendBy('feedback.submit', sendReport)
