import { exifOrientation, orientationSegment } from './exif-orientation'

const startOfScan = 0xda
const endOfImage = 0xd9
const comment = 0xfe
const app0 = 0xe0
const app1 = 0xe1
const app14 = 0xee
const app15 = 0xef

/**
 * Stays: the tables and scans, JFIF, and Adobe's colour transform (without it some pictures
 * turn green). Goes: EXIF with place, time and serial numbers, XMP, maker notes, the second
 * pictures of a multi-picture file, colour profiles, comments.
 */
const isKept = (marker: number, body: Buffer): boolean => {
  if (marker === comment) return false
  if (marker < app0 || marker > app15) return true
  if (marker === app0) return body.subarray(0, 5).toString('latin1') === 'JFIF\0'
  return marker === app14 && body.subarray(0, 5).toString('latin1') === 'Adobe'
}

/** Index of the marker that ends a scan's compressed data; −1 when the file ends first. */
const endOfScanData = (bytes: Buffer, from: number): number => {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0 || at + 1 >= bytes.length) return -1
    const next = bytes[at + 1] ?? 0
    const isStuffing = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (next === 0xff) at += 1
    else if (isStuffing) at += 2
    else return at
  }
}

/**
 * The same picture without anything but the picture: of EXIF only the orientation is kept,
 * or phone photos would lie on their side. What follows the end of the image is cut off.
 *
 * @returns null when the bytes are no whole JPEG
 */
export const stripJpeg = (bytes: Buffer): Buffer | null => {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let orientation: number | null = null
  let hasScan = false
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1 // fill byte before a marker
      continue
    }
    if (marker === endOfImage) {
      if (!hasScan) return null
      kept.push(bytes.subarray(at, at + 2))
      const turn = orientation === null ? [] : [orientationSegment(orientation)]
      return Buffer.concat([kept[0]!, ...turn, ...kept.slice(1)])
    }
    if (at + 4 > bytes.length) return null
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return null
    const body = bytes.subarray(at + 4, end)
    if (marker === app1) orientation ??= exifOrientation(body)
    if (isKept(marker, body)) kept.push(bytes.subarray(at, end))
    at = end
    if (marker !== startOfScan) continue
    hasScan = true
    const scanEnd = endOfScanData(bytes, at)
    if (scanEnd < 0) return null
    kept.push(bytes.subarray(at, scanEnd))
    at = scanEnd
  }
  return null
}
