import { maxPhotoBytes, maxVoiceBytes, photoTypes, voiceTypes } from '@/contract/feedback'
import { beijingInstant } from '@/domain/calendar/day'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { ownerKeyOf } from '../attached-files'
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

/** Where to put photos and a voice note. Nothing of them counts before it is confirmed. */
export const prepareUpload =
  ({
    files,
    records,
    cipher,
  }: Pick<Parts, 'files' | 'records' | 'cipher'>): Handler<'feedback.prepareUpload'> =>
  async (input, call) => {
    const announced = input.files.map(allowed)
    const ownerKey = ownerKeyOf(cipher, call.actor)
    const targets = await Promise.all(
      announced.map(async ({ kind, type, size }, index) => {
        const target = await files.target(
          `incoming/feedback/${call.newId(`file ${index}`)}.${extensionOf[type]}`,
        )
        await records.put({
          fileId: target.fileId,
          kind,
          type,
          size,
          sha256: null,
          ownerKey,
          state: 'prepared',
          check: 'unchecked',
          usedBy: null,
          at: beijingInstant(call.today),
        })
        return target
      }),
    )
    return { targets }
  }
