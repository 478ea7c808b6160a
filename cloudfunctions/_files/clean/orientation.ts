const exifHeader = Buffer.from('Exif\0\0', 'latin1')
const orientationTag = 0x0112
const shortType = 3

/** Orientation 2–8 of a TIFF directory; null when upright, absent or not readable. */
export const tiffOrientation = (tiff: Buffer): number | null => {
  if (tiff.length < 8) return null
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return null
  const entries = short(directory)
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12
    if (at + 12 > tiff.length) return null
    if (short(at) !== orientationTag || short(at + 2) !== shortType) continue
    const value = short(at + 8)
    return value >= 2 && value <= 8 ? value : null
  }
  return null
}

/** As `tiffOrientation`, of a directory with or without the header that JPEG puts in front. */
export const exifOrientation = (body: Buffer): number | null =>
  tiffOrientation(
    body.subarray(0, exifHeader.length).equals(exifHeader)
      ? body.subarray(exifHeader.length)
      : body,
  )

/** A TIFF directory that says how to turn the picture and nothing else. */
export const orientationTiff = (orientation: number): Buffer => {
  const tiff = Buffer.alloc(26)
  tiff.write('MM', 0, 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(orientationTag, 10)
  tiff.writeUInt16BE(shortType, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}

/** The same as a whole APP1 segment of a JPEG. */
export const orientationSegment = (orientation: number): Buffer => {
  const body = Buffer.concat([exifHeader, orientationTiff(orientation)])
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(2 + body.length, 2)
  return Buffer.concat([head, body])
}
