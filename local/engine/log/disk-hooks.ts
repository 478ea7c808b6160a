/**
 * What stands between the local cloud and its disk, so that tests can make the disk slow or full.
 * A hook that throws refuses the step as the system would: an `Error` with `code: 'ENOSPC'` is a full disk.
 * A hook that settles late is a slow disk.
 */
export interface DiskHooks {
  /** Before `bytes` bytes are appended to a file of the data directory. */
  beforeWrite(bytes: number): Promise<void> | void
  /** Before written bytes are forced to the disk. */
  beforeSync(): Promise<void> | void
  /** Before a file is cut back after a failed write. */
  beforeCut?(): void
}
