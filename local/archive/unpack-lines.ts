import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BadArchive, GZIP_HEAD } from './archive-format'

const NEWLINE = 10
/** Longer than the text of any document: what has no line break for so long is no archive. */
const LONGEST_LINE = 128 * 1024 * 1024

async function checkHead(file: FileHandle): Promise<void> {
  const head = Buffer.alloc(GZIP_HEAD.length)
  const { bytesRead } = await file.read(head, 0, head.length, 0)
  if (bytesRead === 0) throw new BadArchive('it is empty')
  const known = GZIP_HEAD.subarray(0, bytesRead)
  if (!head.subarray(0, 2).equals(known.subarray(0, 2)))
    throw new BadArchive('it is not gzip, as every archive of the local cloud is')
  if (!head.subarray(0, bytesRead).equals(known))
    throw new BadArchive('its head is damaged, or another program has packed it')
}

function asBadArchive(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return new BadArchive('it is cut short')
  if (code?.startsWith('Z_')) return new BadArchive(`it is damaged (${message})`)
  return error
}

async function* unpack(file: FileHandle): AsyncGenerator<Buffer> {
  await checkHead(file)
  const { size } = await file.stat()
  const unpacked = createGunzip({ chunkSize: 128 * 1024 })
  const source = file.createReadStream({ start: 0, autoClose: false })
  // What goes wrong in the source comes out of the unpacking too, which is where it is caught.
  pipeline(source, unpacked, () => undefined)
  try {
    yield* unpacked as AsyncIterable<Buffer>
  } catch (error) {
    throw asBadArchive(error)
  }
  // Other bytes behind the end are an error of their own; zeros are not.
  if (unpacked.bytesWritten !== size) throw new BadArchive('it goes on behind its end')
}

/**
 * Lines of an archive without their line breaks.
 * @throws BadArchive when it is not gzip, damaged, cut, or does not consist of lines; the error of the disk
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
