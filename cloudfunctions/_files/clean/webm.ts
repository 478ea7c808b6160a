import type { Cleaned } from './cleaned'

/** Elements that are only a frame round others (RFC 9559). */
const frames = new Set([
  0x18538067, // Segment
  0x1549a966, // Info
  0x1654ae6b, // Tracks
  0xae, // TrackEntry
  0xe1, // Audio
  0x1f43b675, // Cluster
  0xa0, // BlockGroup
])

/** What a player needs; titles, times, names of programs, tags and attachments are not among it. */
const kept = new Set([
  ...[0x1a45dfa3, 0x2ad7b1, 0x4489], // header of the file, time scale, duration
  ...[0xd7, 0x73c5, 0x83, 0x86, 0x63a2, 0x56aa, 0x56bb, 0xb9, 0x88, 0x9c, 0x23e383], // track
  ...[0xb5, 0x9f, 0x6264, 0x78b5], // audio
  ...[0xe7, 0xa3, 0xa1, 0x9b, 0x75a2, 0xfb, 0xa7, 0xab], // cluster
])
/** A player wants to see these; what they say is nobody's business. */
const emptied = new Set([0x4d80, 0x5741]) // names of the programs that wrote it
const codecId = 0x86
/** The one codec that browsers record with; another one's private data may hold comments. */
const opus = 'A_OPUS'
const endless = -1

interface Element {
  readonly id: number
  /** Where its body begins. */
  readonly from: number
  /** `endless` when it goes on to the end of what surrounds it. */
  readonly length: number
}

/** A number of 1–8 bytes whose first bit set says how many; null when it runs over the end. */
const numberAt = (bytes: Buffer, at: number, keepsMark: boolean): [number, number] | null => {
  const first = bytes[at] ?? 0
  const size = Math.clz32(first) - 23
  if (first === 0 || size > 8 || at + size > bytes.length) return null
  let value = keepsMark ? first : first & (0xff >> size)
  let isEndless = (first & (0xff >> size)) === 0xff >> size
  for (let index = 1; index < size; index += 1) {
    const byte = bytes[at + index] ?? 0
    value = value * 256 + byte
    isEndless &&= byte === 0xff
  }
  return [!keepsMark && isEndless ? endless : value, size]
}

const elementAt = (bytes: Buffer, at: number): Element | null => {
  const id = numberAt(bytes, at, true)
  const length = id && numberAt(bytes, at + id[1], false)
  return length && { id: id[0], from: at + id[1] + length[1], length: length[0] }
}

/** The element becomes one that players pass over, of the same length: no offset moves. */
const makeVoid = (bytes: Buffer, from: number, to: number): void => {
  const whole = to - from
  bytes.fill(0, from, to)
  bytes[from] = 0xec
  if (whole < 10) {
    bytes[from + 1] = 0x80 | (whole - 2)
    return
  }
  bytes[from + 1] = 0x01
  bytes.writeUIntBE(whole - 9, from + 3, 6)
}

/** A cluster of unknown length ends where the next one begins. */
const endOf = (bytes: Buffer, { id, from, length }: Element): number => {
  if (length !== endless) return from + length
  if (id !== 0x1f43b675) return bytes.length
  let at = from
  while (at < bytes.length) {
    const inner = elementAt(bytes, at)
    if (!inner || inner.id > 0xffffff || inner.length === endless) return at
    at = inner.from + inner.length
  }
  return at
}

/** Returns false when an element runs over the end or the sound is of another codec. */
const blank = (bytes: Buffer): boolean => {
  let at = 0
  while (at < bytes.length) {
    const element = elementAt(bytes, at)
    if (!element) return false
    const { id, from } = element
    const end = endOf(bytes, element)
    if (end > bytes.length) return false
    const body = bytes.subarray(from, end)
    if (id === codecId && body.toString('latin1').replace(/\0+$/, '') !== opus) return false
    if (frames.has(id)) {
      if (!blank(body)) return false
    } else if (emptied.has(id)) body.fill(0)
    else if (!kept.has(id)) makeVoid(bytes, at, end)
    at = end
  }
  return true
}

/** A recording of a browser without anything but the sound. */
export const cleanWebm = (bytes: Buffer): Cleaned => {
  const copy = Buffer.from(bytes)
  return blank(copy) ? copy : 'broken'
}
