import { existsSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Collection } from '../engine/collection'
import { dataFiles, logNumbers } from '../engine/log/data-files'
import { DirectoryInUse, lockDirectory } from '../engine/log/directory-lock'
import { loadDirectory } from '../engine/log/load-directory'
import { LoadedState } from '../engine/log/log-operations'
import { contentOf } from './content'
import type { Content } from './content'

export interface ClosedDirectory {
  content: Content
  /** Gives the directory back. */
  close: () => void
}

function checkDataDirectory(directory: string): void {
  if (!existsSync(directory)) throw new Error(`${directory} does not exist`)
  if (!statSync(directory).isDirectory()) throw new Error(`${directory} is no folder`)
  if (!existsSync(dataFiles(directory).snapshot) && logNumbers(directory).length === 0)
    throw new Error(`${directory} holds no data of the local cloud`)
}

function lock(directory: string): () => void {
  try {
    return lockDirectory(directory)
  } catch (error) {
    if (!(error instanceof DirectoryInUse)) throw error
    throw new DirectoryInUse(
      `${error.message}: stop it, or take the archive of the running server, ` +
        'GET /_local/archive, which it answers when it was started with --demo or --control',
    )
  }
}

async function readBlob(directory: string, blob: string) {
  try {
    const file = await open(join(directory, 'files', blob), 'r')
    return file.createReadStream() as AsyncIterable<Buffer>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * The content of a data directory that no server uses. Its documents come into memory as at a start of the
 * server; nothing on disk is changed, and until `close` no server can start on it.
 * @throws DirectoryInUse | DamagedLog | Error when it is no data directory
 */
export function openClosedDirectory(
  directory: string,
  report: (message: string) => void,
): ClosedDirectory {
  checkDataDirectory(directory)
  const close = lock(directory)
  try {
    const collections = new Map<string, Collection>()
    const state = new LoadedState(collections, null)
    loadDirectory(directory, state, report)
    const content = contentOf({
      collections,
      visible: ({ newest }) => newest?.document ?? null,
      lastCommitAt: state.lastCommitAt,
      clockAt: null,
      read: ({ blob }) => readBlob(directory, blob),
    })
    return { content, close }
  } catch (error) {
    close()
    throw error
  }
}
