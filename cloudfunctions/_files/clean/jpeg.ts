import { type Cleaned, sizeFault } from './cleaned'
import { type JpegPart, partsOfJpeg } from './jpeg-parts'
import { isWholeScan, type JpegTables, readTables } from './jpeg-scan'
import { exifOrientation, orientationSegment } from './orientation'

const comment = 0xfe
const app0 = 0xe0
const app1 = 0xe1
const app14 = 0xee
const app15 = 0xef
const startOfScan = 0xda

/**
 * Stays: the tables and scans, JFIF, and Adobe's colour transform (without it some pictures
 * turn green). Goes: EXIF with place, time and serial numbers, XMP, maker notes, the second
 * pictures of a multi-picture file, colour profiles, comments.
 */
const isKept = ({ marker, body }: JpegPart): boolean => {
  if (marker === comment) return false
  if (marker < app0 || marker > app15) return true
  if (marker === app0) return body.subarray(0, 5).toString('latin1') === 'JFIF\0'
  return marker === app14 && body.subarray(0, 5).toString('latin1') === 'Adobe'
}

/** Every scan is there to its last pixel. */
const hasWholeScans = (parts: readonly JpegPart[]): boolean => {
  const tables: JpegTables = { huffman: new Map(), frame: null, restartEvery: 0 }
  let scans = 0
  for (const part of parts) {
    if (part.marker !== startOfScan) {
      if (!readTables(tables, part)) return false
      continue
    }
    scans += 1
    if (!isWholeScan(tables, part)) return false
  }
  return scans > 0
}

/** Width and height as the frame's header says; null without one that browsers draw. */
const sizeOf = (parts: readonly JpegPart[]): readonly [number, number] | null => {
  const frame = parts.find(({ marker }) => marker >= 0xc0 && marker <= 0xc2)
  if (!frame || frame.body.length < 6) return null
  return [frame.body.readUInt16BE(3), frame.body.readUInt16BE(1)]
}

/**
 * The same picture without anything but the picture: of EXIF only the orientation is kept,
 * or phone photos would lie on their side. What follows the end of the image is cut off; an end
 * mark that is missing is added.
 */
export const cleanJpeg = (bytes: Buffer): Cleaned => {
  const parts = partsOfJpeg(bytes)
  const size = parts && sizeOf(parts)
  if (!parts || !size) return 'broken'
  const fault = sizeFault(...size)
  if (fault) return fault
  if (!hasWholeScans(parts)) return 'broken'
  const exif = parts
    .filter(({ marker }) => marker === app1)
    .map(({ body }) => exifOrientation(body))
  const orientation = exif.find((turn) => turn !== null) ?? null
  return Buffer.concat([
    bytes.subarray(0, 2),
    ...(orientation === null ? [] : [orientationSegment(orientation)]),
    ...parts.filter(isKept).flatMap(({ segment, scan }) => [segment, scan]),
    Buffer.from([0xff, 0xd9]),
  ])
}
