import { createInflate } from 'node:zlib'
import { type Cleaned, sizeFault } from './cleaned'
import { orientationTiff, tiffOrientation } from './orientation'
import { type PngChunk, pngChunk, pngChunksOf } from './png-chunks'

const signatureLength = 8

/** Chunks that draw the picture. Texts, times and profiles are not among them. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
])

/** Values of a pixel by colour type. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Adam7: where each pass begins and how far its pixels lie apart, across and down. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

const linesLength = (width: number, height: number, bits: number): number =>
  width === 0 ? 0 : height * (1 + Math.ceil((width * bits) / 8))

/** Bytes of the unpacked picture; null when the header is none. */
const unpackedLength = (header: Buffer): number | null => {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [depth = 0, colour = -1, , , interlace = -1] = header.subarray(8)
  const bits = (channels[colour] ?? 0) * depth
  if (bits === 0 || interlace < 0 || interlace > 1) return null
  if (interlace === 0) return linesLength(width, height, bits)
  return passes.reduce((sum, [left, top, across, down]) => {
    const wide = Math.ceil(Math.max(0, width - left) / across)
    const high = Math.ceil(Math.max(0, height - top) / down)
    return sum + linesLength(wide, high, bits)
  }, 0)
}

/** The data unpacks to exactly the picture; unpacked bit by bit, for a few bytes may become gigabytes. */
const unpacksTo = async (data: Buffer, length: number): Promise<boolean> => {
  const inflate = createInflate()
  let unpacked = 0
  try {
    inflate.end(data)
    for await (const part of inflate) {
      unpacked += Buffer.byteLength(part)
      if (unpacked > length) return false
    }
    return unpacked === length
  } catch {
    return false
  }
}

const turned = (chunks: readonly PngChunk[]): PngChunk[] => {
  const exif = chunks.find(({ type }) => type === 'eXIf')
  const orientation = exif ? tiffOrientation(exif.body) : null
  return orientation === null ? [] : [pngChunk('eXIf', orientationTiff(orientation))]
}

/**
 * The same picture without anything but the picture: of EXIF only the orientation is kept. What
 * follows the end is cut off.
 */
export const cleanPng = async (bytes: Buffer): Promise<Cleaned> => {
  const chunks = pngChunksOf(bytes.subarray(signatureLength))
  const [header, ...others] = chunks
  if (header?.type !== 'IHDR' || header.body.length !== 13) return 'broken'
  const fault = sizeFault(header.body.readUInt32BE(0), header.body.readUInt32BE(4))
  if (fault) return fault
  const drawing = others.filter(({ type }) => kept.has(type))
  if (![header, ...drawing].every(({ isWhole }) => isWhole)) return 'broken'
  const data = Buffer.concat(drawing.flatMap(({ type, body }) => (type === 'IDAT' ? [body] : [])))
  const length = unpackedLength(header.body)
  if (length === null || !(await unpacksTo(data, length))) return 'broken'
  const written = [header, ...turned(chunks), ...drawing].map(({ whole }) => whole)
  return Buffer.concat([bytes.subarray(0, signatureLength), ...written])
}
