import type { RefusalCode } from '@/domain/refusal'
import { type PhotoType, photoTypeOf, type VoiceType, voiceTypeOf } from './file-kinds'
import { stripJpeg } from './strip-jpeg'
import { stripPng } from './strip-png'
import { stripVoice } from './strip-voice'
import { stripWebp } from './strip-webp'

const strippers: Readonly<Record<PhotoType, (bytes: Buffer) => Buffer | null>> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
}

const isPhoto = (type: PhotoType | VoiceType): type is PhotoType => type.startsWith('image/')

type Cleaned = { readonly clean: Buffer } | { readonly refused: RefusalCode }

/**
 * The file with nothing in it but the picture or the sound, or why it is refused: the bytes
 * decide what it is, never its name.
 */
export const cleanFile = (bytes: Buffer, announced: PhotoType | VoiceType): Cleaned => {
  if (isPhoto(announced)) {
    const found = photoTypeOf(bytes)
    if (!found) return { refused: 'FILE.NOT_AN_IMAGE' }
    if (found !== announced) return { refused: 'FILE.CHANGED' }
    const clean = strippers[found](bytes)
    return clean ? { clean } : { refused: 'FILE.NOT_AN_IMAGE' }
  }
  const found = voiceTypeOf(bytes)
  if (!found) return { refused: 'FILE.TYPE' }
  if (found !== announced) return { refused: 'FILE.CHANGED' }
  const clean = stripVoice(bytes, found)
  return clean ? { clean } : { refused: 'FILE.TYPE' }
}
