import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { syncDirectory } from '../engine/log/data-files'
import { diskBlobs } from '../storage/disk-blobs'
import type { BlobStore } from '../storage/blob-store'
import type { StoredFile } from '../storage/file-store'
import { encodeEjson } from '../ground/encode-ejson'
import { BadArchive } from './archive-format'
import type { ArchiveEnd, ArchiveHead, FileHead } from './archive-format'
import { CLOCK_ID, FILES, SETTINGS } from './internal-collections'
import { readArchive } from './read-archive'
import type { ArchivePart } from './read-archive'
import { SnapshotFile } from './snapshot-file'
import { hashRestored } from './verify-restored'

type Parts = AsyncGenerator<ArchivePart, void>

async function nextPart(parts: Parts, signal: AbortSignal | undefined): Promise<ArchivePart> {
  signal?.throwIfAborted()
  const { value, done } = await parts.next()
  if (done) throw new BadArchive('it ends too early')
  return value as ArchivePart
}

async function restoreFile(
  head: FileHead,
  blobs: BlobStore,
  next: () => Promise<ArchivePart>,
): Promise<StoredFile> {
  const bytes = async function* () {
    for (let part = await next(); part.kind === 'bytes'; part = await next()) yield part.bytes
  }
  const { key, md5 } = await blobs.put(bytes(), head.size)
  if (md5 !== head.md5) throw new BadArchive(`the file ${head.path} is not as it was written`)
  return { ...head, blob: key }
}

/** What the local cloud keeps besides the collections of an archive: the clock, and the records of the files. */
async function restoreOwn(
  snapshot: SnapshotFile,
  { clock: { at } }: ArchiveHead,
  files: StoredFile[],
): Promise<void> {
  if (at !== null) {
    await snapshot.collection(SETTINGS)
    await snapshot.document(encodeEjson({ _id: CLOCK_ID, at }))
  }
  if (files.length > 0) await snapshot.collection(FILES)
  for (const file of files) await snapshot.document(encodeEjson({ _id: file.path, ...file }))
}

/** Writes what an archive holds into an empty folder. */
async function fill(folder: string, next: () => Promise<ArchivePart>): Promise<ArchiveEnd> {
  const begin = await next()
  if (begin.kind !== 'archive') throw new BadArchive('it is no archive of the local cloud')
  const blobs = diskBlobs(join(folder, 'files'))
  const snapshot = await SnapshotFile.create(folder, begin.head.clock.lastCommitAt)
  const files: StoredFile[] = []
  try {
    for (let part = await next(); ; part = await next()) {
      if (part.kind === 'collection') await snapshot.collection(part.name)
      else if (part.kind === 'document') await snapshot.document(part.text)
      else if (part.kind === 'file') files.push(await restoreFile(part.head, blobs, next))
      else if (part.kind === 'end') {
        await restoreOwn(snapshot, begin.head, files)
        await snapshot.finish()
        return part.end
      }
    }
  } finally {
    await snapshot.close()
  }
}

/** @throws Error unless the folder is missing or empty */
function checkRoom(target: string): void {
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory()) throw new Error(`${target} is no folder`)
  if (readdirSync(target).length > 0)
    throw new Error(`${target} is not empty: name a folder that is empty or does not exist yet`)
}

async function putInPlace(folder: string, target: string): Promise<void> {
  syncDirectory(folder)
  // Fails when somebody has put something there in the meantime.
  if (existsSync(target)) rmdirSync(target)
  await rename(folder, target)
  syncDirectory(dirname(target))
}

/** Removes folders that were made on the way to the target. */
function removeMade(first: string | undefined, last: string): void {
  if (first === undefined) return
  try {
    for (let folder = last; folder.length >= first.length; folder = dirname(folder))
      rmdirSync(folder)
  } catch {
    // Somebody uses it.
  }
}

/**
 * Makes a data directory of an archive. All of it is written into a folder beside it and read back before it
 * gets its name: whatever goes wrong, nothing remains.
 * @param data a folder that is empty or does not exist
 * @throws BadArchive telling what is wrong with the archive; Error when the folder is not empty or the disk fails
 */
export async function restoreArchive(
  from: string,
  data: string,
  signal?: AbortSignal,
): Promise<ArchiveEnd> {
  const target = resolve(data)
  checkRoom(target)
  const parts = readArchive(from)
  const parent = dirname(target)
  const made = await mkdir(parent, { recursive: true })
  const folder = join(parent, `.${basename(target)}.restore-${randomUUID()}`)
  try {
    await mkdir(folder)
    const end = await fill(folder, () => nextPart(parts, signal))
    const restored = await hashRestored(folder)
    if (restored !== end.content)
      throw new Error(`the disk gives back other data (${restored}) than the archive holds`)
    signal?.throwIfAborted()
    await putInPlace(folder, target)
    return end
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    removeMade(made, parent)
    throw error
  } finally {
    await parts.return(undefined)
  }
}
