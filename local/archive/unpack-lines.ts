import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BadArchive, GZIP_HEAD, readSeal, SEAL_LENGTH } from './archive-format'

const NEWLINE = 10
const CHUNK = 128 * 1024
/** Longer than the text of any document: what has no line break for so long is no archive. */
const LONGEST_LINE = 128 * 1024 * 1024

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, position)
  return bytes.subarray(0, bytesRead)
}

/** @returns the SHA-256 of what stands before the seal, hex */
async function checkEnds(file: FileHandle, size: number): Promise<string> {
  const head = await readAt(file, 0, GZIP_HEAD.length)
  if (head.length === 0) throw new BadArchive('it is empty')
  const known = GZIP_HEAD.subarray(0, head.length)
  if (!head.subarray(0, 2).equals(known.subarray(0, 2)))
    throw new BadArchive('it is not gzip, as every archive of the local cloud is')
  if (!head.equals(known))
    throw new BadArchive('its head is damaged, or another program has packed it')
  const seal = size < SEAL_LENGTH ? '' : await readAt(file, size - SEAL_LENGTH, SEAL_LENGTH)
  const sha256 = seal === '' ? null : readSeal(seal)
  if (sha256 === null)
    throw new BadArchive(
      'it does not end as an archive does: it is cut short, its end is damaged, or something stands behind it',
    )
  return sha256
}

function asBadArchive(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  return code?.startsWith('Z_') ? new BadArchive(`it is damaged (${message})`) : error
}

async function* unpack(file: FileHandle): AsyncGenerator<Buffer> {
  const { size } = await file.stat()
  const sha256 = await checkEnds(file, size)
  const sum = createHash('sha256')
  const unpacked = createGunzip({ chunkSize: CHUNK })
  const summed = async function* (source: AsyncIterable<Buffer>) {
    for await (const part of source) {
      sum.update(part)
      yield part
    }
  }
  const end = size - SEAL_LENGTH - 1
  const source = file.createReadStream({ start: 0, end, autoClose: false, highWaterMark: CHUNK })
  // What goes wrong in the source comes out of the unpacking too, which is where it is caught.
  pipeline(source, summed, unpacked, () => undefined)
  try {
    yield* unpacked as AsyncIterable<Buffer>
  } catch (error) {
    throw asBadArchive(error)
  }
  if (sum.digest('hex') !== sha256) throw new BadArchive('it is damaged (wrong checksum)')
}

/**
 * Lines of an archive without their line breaks.
 * @throws BadArchive when it is not gzip, foreign, damaged, cut, or does not consist of lines; the error of the disk
 */
export async function* unpackLines(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    let parts: Buffer[] = []
    let length = 0
    for await (const chunk of unpack(file)) {
      let start = 0
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        parts.push(chunk.subarray(start, end))
        yield parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
        parts = []
        length = 0
        start = end + 1
      }
      parts.push(chunk.subarray(start))
      length += chunk.length - start
      if (length > LONGEST_LINE) throw new BadArchive('a line is longer than any document')
    }
    if (length > 0) throw new BadArchive('its last line has no end')
  } finally {
    await file.close()
  }
}
