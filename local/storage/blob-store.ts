import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'

export interface BlobStore {
  /**
   * Keeps the bytes under a new key once they are all on disk. What is too large is still read to its end:
   * breaking off would close the connection before the sender has seen the refusal.
   * @throws BlobTooLarge beyond `most` bytes; nothing is kept then
   */
  put(source: AsyncIterable<Buffer>, most: number): Promise<Blob>
  /** Bytes from `start` to `end` inclusive; null when there are none under the key. */
  read(key: string, range?: { start: number; end: number }): Promise<Readable | null>
  remove(key: string): Promise<void>
}

export interface Blob {
  key: string
  size: number
  /** Hex MD5, which COS gives as ETag. */
  md5: string
}

export class BlobTooLarge extends Error {}

export function memoryBlobs(): BlobStore {
  const blobs = new Map<string, Buffer>()
  return {
    async put(source, most) {
      const parts: Buffer[] = []
      let size = 0
      for await (const part of source) {
        size += part.length
        if (size <= most) parts.push(part)
      }
      if (size > most) throw new BlobTooLarge()
      const bytes = Buffer.concat(parts)
      const key = randomUUID()
      blobs.set(key, bytes)
      return { key, size, md5: createHash('md5').update(bytes).digest('hex') }
    },
    async read(key, range) {
      const bytes = blobs.get(key)
      if (!bytes) return null
      return Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes])
    },
    async remove(key) {
      blobs.delete(key)
    },
  }
}

/** Each blob is a file of its own, written under another name first so that no half file is ever seen. */
export function diskBlobs(directory: string): BlobStore {
  mkdirSync(directory, { recursive: true })
  return {
    async put(source, most) {
      const key = randomUUID()
      const partial = join(directory, `${key}.part`)
      const hash = createHash('md5')
      let size = 0
      const file = await open(partial, 'wx')
      try {
        for await (const part of source) {
          size += part.length
          if (size > most) continue
          hash.update(part)
          await file.writeFile(part)
        }
        if (size > most) throw new BlobTooLarge()
        await file.datasync()
        await file.close()
        await rename(partial, join(directory, key))
      } catch (error) {
        await file.close().catch(() => undefined)
        await rm(partial, { force: true })
        throw error
      }
      return { key, size, md5: hash.digest('hex') }
    },
    async read(key, range) {
      const path = join(directory, key)
      try {
        await stat(path)
      } catch {
        return null
      }
      return createReadStream(path, range)
    },
    async remove(key) {
      await rm(join(directory, key), { force: true })
    },
  }
}
