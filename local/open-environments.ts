import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SettableClock } from './clock/settable-clock'
import { dataFiles, logNumbers } from './engine/log/data-files'
import type { DiskHooks } from './engine/log/disk-hooks'
import { loadSchema } from './engine/schema'
import { DocumentStore } from './engine/store'
import { ENVIRONMENTS, Environments, environmentFolders } from './environments'
import type { Environment } from './environments'
import type { LocalCloudOptions } from './local-cloud-options'
import { countBlobs, diskBlobs } from './storage/disk-blobs'
import { FileStore } from './storage/file-store'
import { FilesWithoutLog } from './storage/files-without-log'
import { memoryBlobs } from './storage/memory-blobs'

interface Opening {
  envId: string
  clock: SettableClock
  /** Makes the disk slow or full, for tests. */
  disk: DiskHooks | null
  report: (message: string) => void
}

/** @throws FilesWithoutLog before anything is written */
function refuseFilesWithoutLog(directory: string): void {
  if (!existsSync(directory)) return
  if (logNumbers(directory).length > 0 || existsSync(dataFiles(directory).snapshot)) return
  const files = join(directory, 'files')
  const blobs = countBlobs(files)
  if (blobs > 0)
    throw new FilesWithoutLog(`${dataFiles(directory).log(0)} is missing`, blobs, files)
}

/**
 * Opens the main environment in the data directory; another is opened below it when it is first named.
 * @throws DirectoryInUse | DamagedLog | IndexViolated | FilesWithoutLog | SchemaError; nothing is left open then
 */
export function openEnvironments(options: LocalCloudOptions, opening: Opening): Environments {
  const { envId, clock, disk, report } = opening
  const { data, storageRule: rule } = options
  const schema =
    typeof options.schema === 'string' ? loadSchema(options.schema) : (options.schema ?? null)
  const now = () => clock.now()
  const open = (id: string, directory: string | null): Environment => {
    if (directory !== null) refuseFilesWithoutLog(directory)
    const blobs =
      directory === null ? memoryBlobs() : diskBlobs(join(directory, 'files'), disk ?? undefined)
    const store = DocumentStore.open({
      directory,
      schema,
      now,
      report,
      transactionLifeMs: options.transactionLifeMs ?? 30_000,
      lockWaitMs: options.lockWaitMs ?? 5_000,
      sync: options.sync,
      compactAfterBytes: options.compactAfterBytes,
      ...(disk ? { disk } : {}),
    })
    return {
      id,
      store,
      files: new FileStore({ store, blobs, envId: id, now, report, ...(rule && { rule }) }),
    }
  }
  const others = data === undefined ? null : join(data, ENVIRONMENTS)
  return new Environments(open(envId, data ?? null), (id) =>
    open(id, others === null ? null : join(others, id)),
  )
}

/**
 * Readies the files of the main environment, and opens every other one that the data directory holds, so that
 * damage in one stops the start.
 * @throws DirectoryInUse | DamagedLog | IndexViolated | FilesWithoutLog; the caller closes what is open then
 */
export function openKept(environments: Environments, data: string | undefined): void {
  environments.main.files.sweep()
  if (data === undefined) return
  for (const folder of environmentFolders(data)) environments.of(basename(folder))
}
