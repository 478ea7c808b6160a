import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { BlobTooLarge } from './blob-store'
import type { BlobStore } from './blob-store'

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
    count: () => blobs.size,
    keepOnly(keys) {
      const others = [...blobs.keys()].filter((key) => !keys.has(key))
      for (const key of others) blobs.delete(key)
      return others.length
    },
  }
}
