import type { VoiceType } from './file-kinds'

/** Boxes that are only a frame round others, on the way to the tags. */
const containers = new Set(['moov', 'trak', 'mdia', 'moof', 'traf'])
const tags = new Set(['udta', 'meta', 'uuid'])
/** Its two times say when the recording was made. */
const timed = new Set(['mvhd', 'tkhd', 'mdhd'])

/**
 * Tags become free space of the same length, so that no offset in the file moves.
 * Returns false when a box runs over the end.
 */
const blankBoxes = (bytes: Buffer): boolean => {
  let at = 0
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at)
    const end = size === 0 ? bytes.length : at + size
    const type = bytes.toString('latin1', at + 4, at + 8)
    // 64-bit sizes are for files far over our limit.
    if (size === 1 || (size !== 0 && size < 8) || end > bytes.length) return false
    const body = bytes.subarray(at + 8, end)
    if (tags.has(type)) {
      bytes.write('free', at + 4, 'latin1')
      body.fill(0)
    } else if (containers.has(type)) {
      if (!blankBoxes(body)) return false
    } else if (timed.has(type)) {
      body.fill(0, 4, 4 + (body[0] === 1 ? 16 : 8))
    }
    at = end
  }
  return true
}

const stripMp4 = (bytes: Buffer): Buffer | null => {
  const copy = Buffer.from(bytes)
  return blankBoxes(copy) ? copy : null
}

/** Cuts ID3 tags: the one in front (length in 7-bit bytes) and the 128 bytes at the end. */
const stripMp3 = (bytes: Buffer): Buffer | null => {
  let start = 0
  if (bytes.toString('latin1', 0, 3) === 'ID3') {
    const length = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 0x7f), 0)
    start = 10 + length
  }
  const tail = bytes.length - 128
  const end =
    tail > start && bytes.toString('latin1', tail, tail + 3) === 'TAG' ? tail : bytes.length
  return start < end ? bytes.subarray(start, end) : null
}

/**
 * A recording without its tags (place, device, time, names). Phones write none into bare AAC
 * frames, and the browser's WebM recorder writes only its own name.
 *
 * @returns null when the bytes are no whole recording
 */
export const stripVoice = (bytes: Buffer, type: VoiceType): Buffer | null => {
  if (type === 'audio/mpeg') return stripMp3(bytes)
  if (type === 'audio/mp4') return stripMp4(bytes)
  return bytes
}
