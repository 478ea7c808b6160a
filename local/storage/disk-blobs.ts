import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { DiskHooks } from '../engine/disk-hooks'
import { BlobTooLarge } from './blob-store'
import type { BlobStore } from './blob-store'

/** Makes a new name in the directory last: a renamed file whose directory is not on disk is lost with the power. */
async function syncDirectory(directory: string): Promise<void> {
  // Windows opens no directories, and needs none of this.
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeAll(
  file: FileHandle,
  source: AsyncIterable<Buffer>,
  most: number,
  disk: DiskHooks | undefined,
): Promise<{ size: number; md5: string }> {
  const hash = createHash('md5')
  let size = 0
  let failed: { error: unknown } | null = null
  for await (const part of source) {
    size += part.length
    if (failed || size > most) continue
    try {
      await disk?.beforeWrite(part.length)
      await file.writeFile(part)
      hash.update(part)
    } catch (error) {
      failed = { error }
    }
  }
  if (size > most) throw new BlobTooLarge()
  if (failed) throw failed.error
  await disk?.beforeSync()
  await file.datasync()
  return { size, md5: hash.digest('hex') }
}

/**
 * Each blob is a file of its own, written under another name first so that no half file is ever seen.
 * @param disk stands before each write and sync
 */
export function diskBlobs(directory: string, disk?: DiskHooks): BlobStore {
  mkdirSync(directory, { recursive: true })
  return {
    async put(source, most) {
      const key = randomUUID()
      const partial = join(directory, `${key}.part`)
      const file = await open(partial, 'wx')
      try {
        const { size, md5 } = await writeAll(file, source, most, disk)
        await file.close()
        await rename(partial, join(directory, key))
        await syncDirectory(directory)
        return { key, size, md5 }
      } catch (error) {
        await file.close().catch(() => undefined)
        await rm(partial, { force: true })
        throw error
      }
    },
    async read(key, range) {
      try {
        // Opened before it is promised: from here on it may be replaced and removed without harm.
        const file = await open(join(directory, key), 'r')
        return file.createReadStream(range)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    async remove(key) {
      await rm(join(directory, key), { force: true })
    },
    keepOnly(keys) {
      const others = readdirSync(directory).filter((name) => !keys.has(name))
      for (const name of others) rmSync(join(directory, name), { force: true, recursive: true })
      return others.length
    },
  }
}
