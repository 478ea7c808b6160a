/** What a resident may attach, with the first bytes that prove it. */
export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp'
export type VoiceType = 'audio/mpeg' | 'audio/aac' | 'audio/mp4' | 'audio/webm'

const ascii = (bytes: Buffer, from: number, to: number): string =>
  bytes.subarray(from, to).toString('latin1')

/** What the bytes are, whatever name they came under; null when they are no picture. */
export const photoTypeOf = (bytes: Buffer): PhotoType | null => {
  if (bytes.length < 12) return null
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  return null
}

/** Null when the bytes are no recording that phones make. */
export const voiceTypeOf = (bytes: Buffer): VoiceType | null => {
  if (bytes.length < 12) return null
  if (ascii(bytes, 4, 8) === 'ftyp') return 'audio/mp4'
  if (bytes.readUInt32BE(0) === 0x1a45dfa3) return 'audio/webm'
  if (ascii(bytes, 0, 3) === 'ID3') return 'audio/mpeg'
  if (bytes[0] !== 0xff) return null
  // Frame sync; the layer bits tell ADTS (0) from MPEG layer 3.
  const second = bytes[1] ?? 0
  if ((second & 0xf6) === 0xf0) return 'audio/aac'
  return (second & 0xe0) === 0xe0 && (second & 0x06) === 0x02 ? 'audio/mpeg' : null
}

export const extensionOf: Readonly<Record<PhotoType | VoiceType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'audio/webm': 'webm',
}
