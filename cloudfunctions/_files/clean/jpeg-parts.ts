const startOfScan = 0xda
const endOfImage = 0xd9

/** One marker segment, and the compressed data that follows a start of scan. */
export interface JpegPart {
  readonly marker: number
  readonly segment: Buffer
  /** Of the segment what follows its length. */
  readonly body: Buffer
  /** Empty where no data follows. */
  readonly scan: Buffer
}

const none = Buffer.alloc(0)

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7

/** Index of the marker that ends a scan's compressed data, or of the end of the file. */
const endOfScan = (bytes: Buffer, from: number): number => {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) return bytes.length
    // Half of an end mark.
    if (at + 1 >= bytes.length) return at
    const next = bytes[at + 1] ?? 0
    if (next === 0xff) at += 1
    else if (next === 0 || isRestart(next)) at += 2
    else return at
  }
}

/**
 * Everything between the first two bytes and the end mark. A file that ends within its last
 * scan's data lacks nothing but that mark, or is found out when the scan is read.
 *
 * @returns null when the bytes are no row of segments
 */
export const partsOfJpeg = (bytes: Buffer): JpegPart[] | null => {
  const parts: JpegPart[] = []
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === endOfImage) return parts
    if (marker === 0xff) {
      at += 1 // fill byte before a marker
      continue
    }
    if (at + 4 > bytes.length) return null
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return null
    const next = marker === startOfScan ? endOfScan(bytes, end) : end
    parts.push({
      marker,
      segment: bytes.subarray(at, end),
      body: bytes.subarray(at + 4, end),
      scan: next === end ? none : bytes.subarray(end, next),
    })
    at = next
  }
  return parts.at(-1)?.marker === startOfScan ? parts : null
}
