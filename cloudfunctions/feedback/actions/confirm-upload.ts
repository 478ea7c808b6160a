import { createHash } from 'node:crypto'
import type { Actor } from '@/domain/organization/actor'
import { beijingInstant } from '@/domain/calendar/day'
import { startPhotoCheck } from '../../_files/photo-check'
import type { Handler } from '../../_kit/handler'
import type { Cipher } from '../../_stores/cipher'
import type { Parts } from '../parts'
import { ownerKeyOf } from '../../_stores/attached-files'

type Deps = Pick<Parts, 'files' | 'uploads' | 'records' | 'cipher' | 'wechat' | 'photoChecks'>

/**
 * What the audit says of the bytes: their SHA-256 of what an office hands in, a salted digest of
 * what a reporter does, or the same photo elsewhere would say whose it is; nothing of an anonymous
 * one, which would find the phone.
 */
const hashKept =
  (cipher: Cipher, actor: Actor) =>
  (fileId: string, bytes: Buffer): string | null => {
    if (actor.personId === null) return null
    const hash = createHash('sha256').update(bytes).digest('hex')
    const isReporter = actor.role === 'resident' || actor.role === 'villageOfficer'
    return isReporter ? cipher.blind(`file ${fileId} ${hash}`) : hash
  }

/** Takes everything but the picture or the sound out of what was uploaded, and keeps that. */
export const confirmUpload =
  (deps: Deps): Handler<'feedback.confirmUpload'> =>
  async ({ fileId }, call) => {
    const { files, uploads, cipher } = deps
    const { record: kept, isNew } = await uploads.confirm({
      fileId,
      kinds: ['photo', 'voice'],
      ownerKey: ownerKeyOf(cipher, call.actor),
      field: 'fileId',
      hash: hashKept(cipher, call.actor),
    })
    const url = (await files.links([kept.fileId])).get(kept.fileId) ?? ''
    const photo = { fileId: kept.fileId, url }
    // WeChat looks at a photo once, also where the answer was lost and the call comes again.
    if (isNew && kept.kind === 'photo')
      await startPhotoCheck(deps, call.openid, photo, beijingInstant(call.today))
    return photo
  }
