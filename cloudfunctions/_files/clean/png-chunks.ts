export interface PngChunk {
  readonly type: string
  readonly body: Buffer
  /** With length, type and check sum. */
  readonly whole: Buffer
  /** Its check sum is right. */
  readonly isWhole: boolean
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 as PNG's chunks carry it; `node:zlib` has none in the runtime's version. */
const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

export const pngChunk = (type: string, body: Buffer): PngChunk => {
  const whole = Buffer.alloc(12 + body.length)
  whole.writeUInt32BE(body.length, 0)
  whole.write(type, 4, 'latin1')
  body.copy(whole, 8)
  whole.writeUInt32BE(crcOf(whole.subarray(4, 8 + body.length)), 8 + body.length)
  return { type, body, whole, isWhole: true }
}

/**
 * The chunks up to the end of the picture. Where the file breaks off an end is added: whether the
 * picture was whole before is seen when it is unpacked.
 */
export const pngChunksOf = (bytes: Buffer): PngChunk[] => {
  const chunks: PngChunk[] = []
  let at = 0
  while (at + 12 <= bytes.length) {
    const bodyEnd = at + 8 + bytes.readUInt32BE(at)
    if (bodyEnd + 4 > bytes.length) break
    const type = bytes.toString('latin1', at + 4, at + 8)
    chunks.push({
      type,
      body: bytes.subarray(at + 8, bodyEnd),
      whole: bytes.subarray(at, bodyEnd + 4),
      isWhole: crcOf(bytes.subarray(at + 4, bodyEnd)) === bytes.readUInt32BE(bodyEnd),
    })
    if (type === 'IEND') return chunks
    at = bodyEnd + 4
  }
  return [...chunks, pngChunk('IEND', Buffer.alloc(0))]
}
