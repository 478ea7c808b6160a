const riffHeader = 12
const animationFrameHeader = 16
/** Flags of the extended header that announce EXIF, XMP and a colour profile. */
const metadataFlags = 0x04 | 0x08 | 0x20

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
const pictures = new Set(['VP8 ', 'VP8L', 'ANMF'])

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

const cleaned = ({ type, body }: Chunk): Chunk | null => {
  if (type === 'VP8X') {
    const flags = Buffer.from(body)
    flags[0] = (flags[0] ?? 0) & ~metadataFlags
    return { type, body: flags }
  }
  if (type !== 'ANMF') return { type, body }
  // A frame holds chunks of its own, and among them may be unknown ones.
  const inner = chunksOf(body.subarray(animationFrameHeader))
  if (!inner) return null
  const frame = inner.filter((chunk) => kept.has(chunk.type)).map(written)
  return { type, body: Buffer.concat([body.subarray(0, animationFrameHeader), ...frame]) }
}

/**
 * The same picture without anything but the picture.
 *
 * @returns null when the bytes are no whole WebP
 */
export const stripWebp = (bytes: Buffer): Buffer | null => {
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length || end < riffHeader) return null
  const chunks = chunksOf(bytes.subarray(riffHeader, end))
  if (!chunks?.some(({ type }) => pictures.has(type))) return null
  const clean = chunks.filter(({ type }) => kept.has(type)).map(cleaned)
  if (clean.some((chunk) => chunk === null)) return null
  const body = Buffer.concat(clean.map((chunk) => written(chunk!)))
  const head = Buffer.from(bytes.subarray(0, riffHeader))
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}
