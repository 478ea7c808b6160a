import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDirectory } from '../engine/log/data-files'
import type { DiskHooks } from '../engine/log/disk-hooks'
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

const OWN_NAME = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(|\.part)$/
/** A whole blob that no record names is kept so long: its record may be what is missing. */
const LEFT_OVER_MS = 24 * 60 * 60_000

/** Ours by its name, and half written or older than a day; anything else is somebody's own. */
function isLeftOver(directory: string, name: string): boolean {
  const match = OWN_NAME.exec(name)
  if (!match) return false
  return match[1] !== '' || Date.now() - statSync(join(directory, name)).mtimeMs > LEFT_OVER_MS
}

/** How many whole blobs are in a directory; 0 when there is none. */
export function countBlobs(directory: string): number {
  try {
    return readdirSync(directory).filter((name) => OWN_NAME.exec(name)?.[1] === '').length
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}

/**
 * Each blob is a file of its own, written under another name first so that no half file is ever seen.
 * @param disk stands before each write and sync
 */
export function diskBlobs(directory: string, disk?: DiskHooks): BlobStore {
  makeDirectory(directory)
  return {
    count: () => countBlobs(directory),
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
      const others = readdirSync(directory, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !keys.has(entry.name))
        .map(({ name }) => name)
        .filter((name) => isLeftOver(directory, name))
      for (const name of others) rmSync(join(directory, name), { force: true })
      return others.length
    },
  }
}
