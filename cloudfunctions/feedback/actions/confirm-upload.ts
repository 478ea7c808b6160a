import { createHash } from 'node:crypto'
import { maxPhotoBytes, maxVoiceBytes } from '@/contract/feedback'
import type { Actor } from '@/domain/organization/actor'
import { beijingInstant } from '@/domain/calendar/day'
import { type RefusalCode, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Cipher } from '../../_stores/cipher'
import type { FileRecord } from '../../_stores/file-record-store'
import { ownerKeyOf } from '../../_stores/attached-files'
import { startPhotoCheck } from '../check-photo'
import type { Parts } from '../parts'
import { cleanFile } from '../photo/clean-file'
import { extensionOf, type PhotoType, type VoiceType } from '../photo/file-kinds'

type Deps = Pick<Parts, 'files' | 'records' | 'cipher' | 'wechat' | 'photoChecks'>

/** Files of other kinds are confirmed where they belong. */
const maxBytes: Partial<Record<FileRecord['kind'], number>> = {
  photo: maxPhotoBytes,
  voice: maxVoiceBytes,
}

/**
 * What the audit says of the bytes: their SHA-256 of what an office hands in, a salted digest of
 * what a reporter does, or the same photo elsewhere would say whose it is; nothing of an anonymous
 * one, which would find the phone.
 */
const hashKept = (cipher: Cipher, actor: Actor, fileId: string, bytes: Buffer): string | null => {
  if (actor.personId === null) return null
  const hash = createHash('sha256').update(bytes).digest('hex')
  const isReporter = actor.role === 'resident' || actor.role === 'villageOfficer'
  return isReporter ? cipher.blind(`file ${fileId} ${hash}`) : hash
}

/** Nothing of a refused upload stays. */
const refuse = async (
  { files, records }: Deps,
  fileId: string,
  code: RefusalCode,
): Promise<never> => {
  await files.remove([fileId])
  await records.remove(fileId)
  throw new RuleError(code, ['fileId'])
}

/** The bytes as they will be kept, or a refusal after which nothing is kept. */
const checkedBytes = async (
  deps: Deps,
  { fileId, kind, size, type }: FileRecord,
): Promise<Buffer> => {
  const bytes = await deps.files.readUpTo(fileId, maxBytes[kind] ?? 0)
  if (bytes === null) throw new RuleError('FILE.MISSING', ['fileId'])
  if (bytes === 'tooLarge') return refuse(deps, fileId, 'FILE.TOO_LARGE')
  // What it is says more than that it is not what was announced.
  const cleaned = cleanFile(bytes, type as PhotoType | VoiceType)
  if ('refused' in cleaned) return refuse(deps, fileId, cleaned.refused)
  if (bytes.length !== size) return refuse(deps, fileId, 'FILE.CHANGED')
  return cleaned.clean
}

/**
 * Reads what was uploaded, takes everything but the picture out of it and keeps that under a
 * new path: the upload's link can no longer change it.
 */
export const confirmUpload =
  (deps: Deps): Handler<'feedback.confirmUpload'> =>
  async ({ fileId }, call) => {
    const { files, records, cipher } = deps
    const incoming = await records.find(fileId)
    const ownerKey = ownerKeyOf(cipher, call.actor)
    const isOurs = incoming?.state === 'prepared' && incoming.kind in maxBytes
    if (!isOurs || incoming.ownerKey !== ownerKey) throw new RuleError('FILE.MISSING', ['fileId'])

    const clean = await checkedBytes(deps, incoming)
    const extension = extensionOf[incoming.type as PhotoType | VoiceType]
    const kept = await files.write(`feedback/${call.newId('clean')}.${extension}`, clean)
    await records.put({
      ...incoming,
      fileId: kept,
      size: clean.length,
      sha256: hashKept(cipher, call.actor, kept, clean),
      state: 'confirmed',
    })
    await files.remove([fileId])
    await records.remove(fileId)
    const photo = { fileId: kept, url: (await files.links([kept])).get(kept) ?? '' }
    if (incoming.kind === 'photo')
      await startPhotoCheck(deps, call.openid, photo, beijingInstant(call.today))
    return photo
  }
