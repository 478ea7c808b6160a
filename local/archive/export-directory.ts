import { randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, realpathSync, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncDirectory } from '../engine/log/data-files'
import type { ArchiveEnd } from './archive-format'
import { openClosedDirectory } from './closed-directory'
import { archiveBytes } from './write-archive'

export interface Exported extends ArchiveEnd {
  leftOut: string[]
}

const isInside = (path: string, folder: string) => {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`))
}

/** @throws Error when no archive can be written there */
function checkTarget(target: string, data: string): void {
  if (existsSync(target)) throw new Error(`${target} exists already: name a new file`)
  const folder = dirname(target)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`${folder} is no folder, so ${target} cannot be written`)
  // The next start of the server would remove it from among the files there.
  if (existsSync(data) && isInside(realpathSync(folder), realpathSync(data)))
    throw new Error(`${target} lies in the data directory: write the archive elsewhere`)
}

/**
 * Writes everything but keys of a data directory that no server uses to a new file. It gets its name when all
 * of it is on disk.
 * @throws DirectoryInUse | DamagedLog | Error when there is no data, or the file exists or cannot be written
 */
export async function exportDirectory(
  data: string,
  to: string,
  report: (message: string) => void,
  signal?: AbortSignal,
): Promise<Exported> {
  const target = resolve(to)
  checkTarget(target, data)
  const { content, close } = openClosedDirectory(data, report)
  const partial = join(dirname(target), `.${basename(target)}.part-${randomUUID()}`)
  try {
    let exported: Exported | null = null
    const onEnd = (end: ArchiveEnd) => (exported = { ...end, leftOut: content.leftOut })
    const source = Readable.from(archiveBytes(content, onEnd), { highWaterMark: 1 })
    const sink = createWriteStream(partial, { flags: 'wx', flush: true })
    await pipeline(source, sink, ...(signal ? [{ signal }] : []))
    checkTarget(target, data)
    await rename(partial, target)
    return exported as unknown as Exported
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    await rm(partial, { force: true })
    syncDirectory(dirname(target))
    close()
  }
}
