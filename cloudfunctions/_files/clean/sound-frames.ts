import type { Cleaned } from './cleaned'

/** Length of an ID3 tag in front, in 7-bit bytes; 0 without one. */
export const id3Length = (bytes: Buffer): number =>
  bytes.toString('latin1', 0, 3) === 'ID3' && bytes.length >= 10
    ? 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 0x7f), 0)
    : 0

const kilobits = {
  version1: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  version2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const
const hertz = [44_100, 48_000, 32_000] as const
/** By the two bits of the version: 2.5, none, 2, 1. */
const hertzParts = [4, 0, 2, 1] as const

/** Length of the MPEG layer 3 frame that begins here; null when none does. */
export const mp3FrameLength = (bytes: Buffer, at: number): number | null => {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return null
  const version = (second >> 3) & 3
  const table = version === 3 ? kilobits.version1 : kilobits.version2
  const rate = table[(third >> 4) - 1]
  const base = hertz[(third >> 2) & 3]
  const part = hertzParts[version] ?? 0
  if (rate === undefined || base === undefined || part === 0) return null
  const samples = version === 3 ? 144_000 : 72_000
  return Math.floor((samples * rate * part) / base) + ((third >> 1) & 1)
}

/** Length of the AAC frame that begins here; null when none does. */
export const aacFrameLength = (bytes: Buffer, at: number): number | null => {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = bytes.subarray(
    at,
    at + 6,
  )
  if (first !== 0xff || (second & 0xf6) !== 0xf0 || ((third >> 2) & 15) > 12) return null
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5)
  return length < 7 ? null : length
}

type FrameLength = (bytes: Buffer, at: number) => number | null

/** Where the next frame begins: by itself it is a chance, with another behind it or the end it is one. */
const nextFrame = (bytes: Buffer, from: number, lengthAt: FrameLength): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const length = lengthAt(bytes, at)
    if (length === null) continue
    const end = at + length
    if (end === bytes.length || lengthAt(bytes, end) !== null) return at
  }
  return bytes.length
}

/**
 * The frames of a recording one behind the other; what is no frame (tags in front, between and
 * behind) goes. The last one may break off.
 */
export const cleanFrames =
  (lengthAt: FrameLength) =>
  (bytes: Buffer): Cleaned => {
    const frames: Buffer[] = []
    const tail = bytes.length - 128
    const hasTail = tail > 0 && bytes.toString('latin1', tail, tail + 3) === 'TAG'
    const sound = bytes.subarray(0, hasTail ? tail : bytes.length)
    let at = id3Length(sound)
    while (at < sound.length) {
      const length = lengthAt(sound, at)
      if (length === null) {
        at = nextFrame(sound, at, lengthAt)
        continue
      }
      frames.push(sound.subarray(at, at + length))
      at += length
    }
    return frames.length > 0 ? Buffer.concat(frames) : 'broken'
  }
