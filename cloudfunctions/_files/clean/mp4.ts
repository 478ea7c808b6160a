import type { Cleaned } from './cleaned'

/** Boxes that are only a frame round others. */
const frames = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf'])
/** What a player needs; names, places, covers and whatever else is no sound is not among them. */
const kept = new Set([
  ...['ftyp', 'styp', 'mdat', 'sidx', 'mfhd', 'tfhd', 'tfdt', 'trun', 'trex', 'mehd'],
  ...['mvhd', 'tkhd', 'mdhd', 'hdlr', 'smhd', 'dinf', 'edts'],
  ...['stsd', 'stts', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'ctts', 'stss', 'sgpd', 'sbgp'],
])
/** Its two times say when the recording was made. */
const timed = new Set(['mvhd', 'tkhd', 'mdhd'])
/** Version, type of the track and reserved bytes; a free name follows. */
const handlerLength = 20

const blankBody = (type: string, body: Buffer): void => {
  if (timed.has(type)) body.fill(0, 4, 4 + (body[0] === 1 ? 16 : 8))
  if (type === 'hdlr') body.fill(0, Math.min(handlerLength + 4, body.length))
}

/**
 * What is no sound becomes free space of the same length, so that no offset in the file moves.
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
    if (frames.has(type)) {
      if (!blankBoxes(body)) return false
    } else if (kept.has(type)) {
      blankBody(type, body)
    } else {
      bytes.write('free', at + 4, 'latin1')
      body.fill(0)
    }
    at = end
  }
  bytes.fill(0, at)
  return true
}

/** A recording of a phone without its tags. */
export const cleanMp4 = (bytes: Buffer): Cleaned => {
  const copy = Buffer.from(bytes)
  return blankBoxes(copy) ? copy : 'broken'
}
