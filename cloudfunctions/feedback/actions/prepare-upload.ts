import { maxPhotoBytes, maxVoiceBytes, photoTypes, voiceTypes } from '@/contract/feedback'
import { beijingInstant } from '@/domain/calendar/day'
import { RuleError } from '@/domain/refusal'
import type { Role } from '@/domain/organization/role'
import type { Call, Handler } from '../../_kit/handler'
import { ownerKeyOf } from '../../_stores/attached-files'
import type { Parts } from '../parts'
import { extensionOf, type PhotoType, type VoiceType } from '../photo/file-kinds'

interface Announced {
  readonly type: string
  readonly size: number
}

const isPhoto = (type: string): type is PhotoType =>
  (photoTypes as readonly string[]).includes(type)
const isVoice = (type: string): type is VoiceType =>
  (voiceTypes as readonly string[]).includes(type)

const allowed = ({ type, size }: Announced, index: number) => {
  if (!isPhoto(type) && !isVoice(type)) throw new RuleError('FILE.TYPE', [`files.${index}.type`])
  const kind = isPhoto(type) ? ('photo' as const) : ('voice' as const)
  if (size > (kind === 'photo' ? maxPhotoBytes : maxVoiceBytes))
    throw new RuleError('FILE.TOO_LARGE', [`files.${index}.size`])
  return { kind, type, size }
}

/** Who answers for an office has as many files as the matter asks for. */
const reporters: readonly Role[] = ['resident', 'villageOfficer']

type Deps = Pick<Parts, 'files' | 'records' | 'cipher' | 'quotas'>

const countIt = ({ quotas }: Deps, { actor: { personId, role }, now }: Call) => {
  if (personId !== null && !reporters.includes(role)) return async () => undefined
  const quota = personId === null ? 'anonymousUpload' : 'upload'
  return quotas.take({ quota, by: personId, now })
}

/**
 * Where to put photos and a voice note: one announcement for all of a report. Nothing of them counts
 * before it is confirmed. Announced again by the same call, the same places are answered.
 */
export const prepareUpload =
  (deps: Deps): Handler<'feedback.prepareUpload'> =>
  async (input, call) => {
    const { files, records, cipher } = deps
    const announced = input.files.map(allowed)
    const ownerKey = ownerKeyOf(cipher, call.actor)
    const targets = await Promise.all(
      announced.map(({ type }, index) =>
        files.target(`incoming/feedback/${call.newId(`file ${index}`)}.${extensionOf[type]}`),
      ),
    )
    const prepared = targets.map(({ fileId }, index) => ({
      ...announced[index]!,
      fileId,
      sha256: null,
      ownerKey,
      state: 'prepared' as const,
      check: 'unchecked' as const,
      usedBy: null,
      at: beijingInstant(call.today),
    }))
    await records.announce(prepared, countIt(deps, call))
    return { targets }
  }
