import { type Cleaned, sizeFault } from './cleaned'
import { exifOrientation, orientationTiff } from './orientation'

const riffHeader = 12
const animationFrameHeader = 16
const exifFlag = 0x08
/** Flags of the extended header that announce EXIF, XMP and a colour profile. */
const metadataFlags = 0x04 | exifFlag | 0x20

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])

interface Chunk {
  readonly type: string
  readonly body: Buffer
}

/** Null when a chunk runs over the end. */
const chunksOf = (bytes: Buffer): Chunk[] | null => {
  const chunks: Chunk[] = []
  let at = 0
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4)
    if (at + 8 + size > bytes.length) return null
    chunks.push({
      type: bytes.toString('latin1', at, at + 4),
      body: bytes.subarray(at + 8, at + 8 + size),
    })
    at += 8 + size + (size % 2)
  }
  return chunks
}

const written = ({ type, body }: Chunk): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

type Size = readonly [width: number, height: number]

/** A key frame whose first part is there (RFC 6386, 9.1). */
const lossySize = (body: Buffer): Size | null => {
  if (body.length < 10 || ((body[0] ?? 1) & 1) !== 0) return null
  if (body.toString('hex', 3, 6) !== '9d012a') return null
  const firstPart = body.readUIntLE(0, 3) >> 5
  if (10 + firstPart > body.length) return null
  return [body.readUInt16LE(6) & 0x3fff, body.readUInt16LE(8) & 0x3fff]
}

const losslessSize = (body: Buffer): Size | null => {
  if (body.length < 6 || body[0] !== 0x2f) return null
  const bits = body.readUInt32LE(1)
  if (bits >>> 29 !== 0) return null
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
}

/** Chunks of a frame stand behind its own header. */
const framesOf = ({ type, body }: Chunk): Chunk[] | null =>
  type === 'ANMF' ? chunksOf(body.subarray(animationFrameHeader)) : [{ type, body }]

/** Why the pictures cannot be kept, or null. */
const faultOf = (chunks: readonly Chunk[]): 'broken' | 'tooManyPixels' | null => {
  const frames = chunks.map(framesOf)
  if (frames.includes(null)) return 'broken'
  const all = frames.flatMap((inner) => inner ?? [])
  const pictures = all.filter(({ type }) => type === 'VP8 ' || type === 'VP8L')
  if (pictures.length === 0) return 'broken'
  const canvas = all
    .filter(({ type, body }) => type === 'VP8X' && body.length >= 10)
    .map(({ body }): Size => [body.readUIntLE(4, 3) + 1, body.readUIntLE(7, 3) + 1])
  const sizes = pictures.map(({ type, body }) =>
    type === 'VP8 ' ? lossySize(body) : losslessSize(body),
  )
  const faults = [...canvas, ...sizes].map((size) => (size ? sizeFault(...size) : 'broken'))
  return faults.find((fault) => fault !== null) ?? null
}

const cleaned = ({ type, body }: Chunk, orientation: number | null): Chunk => {
  if (type === 'VP8X') {
    const flags = Buffer.from(body)
    flags[0] = ((flags[0] ?? 0) & ~metadataFlags) | (orientation === null ? 0 : exifFlag)
    return { type, body: flags }
  }
  if (type !== 'ANMF') return { type, body }
  // A frame holds chunks of its own, and among them may be unknown ones.
  const inner = chunksOf(body.subarray(animationFrameHeader)) ?? []
  const frame = inner.filter((chunk) => kept.has(chunk.type)).map(written)
  return { type, body: Buffer.concat([body.subarray(0, animationFrameHeader), ...frame]) }
}

const orientationOf = (chunks: readonly Chunk[]): number | null => {
  const exif = chunks.find(({ type }) => type === 'EXIF')
  // Only an extended file says that there is one.
  return exif && chunks.some(({ type }) => type === 'VP8X') ? exifOrientation(exif.body) : null
}

/** The same picture without anything but the picture: of EXIF only the orientation is kept. */
export const cleanWebp = (bytes: Buffer): Cleaned => {
  if (bytes.length < riffHeader) return 'broken'
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length || end < riffHeader) return 'broken'
  const chunks = chunksOf(bytes.subarray(riffHeader, end))
  if (!chunks) return 'broken'
  const fault = faultOf(chunks)
  if (fault) return fault
  const orientation = orientationOf(chunks)
  const body = Buffer.concat([
    ...chunks
      .filter(({ type }) => kept.has(type))
      .map((chunk) => written(cleaned(chunk, orientation))),
    ...(orientation === null
      ? []
      : [written({ type: 'EXIF', body: orientationTiff(orientation) })]),
  ])
  const head = Buffer.from(bytes.subarray(0, riffHeader))
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}
