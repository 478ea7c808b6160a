import {
  closeSync,
  constants,
  fdatasync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  write,
} from 'node:fs'
import { promisify } from 'node:util'
import { dataFiles, syncDirectory } from './data-files'
import type { DiskHooks } from './disk-hooks'
import { SyncedLength } from './synced-length'

const writeAsync = promisify(write)
const syncAsync = promisify(fdatasync)

export interface LogFileOptions {
  directory: string
  disk?: DiskHooks | undefined
  /** false only to measure what syncing costs: nothing is promised then. */
  sync: boolean
}

/** Writes all of `bytes` at `position`; a write may stop half way. */
export async function writeFully(fd: number, bytes: Buffer, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await writeAsync(fd, bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** One numbered log, to which synced blocks of lines are appended. */
export class LogFile {
  /** Something of a refused block may stand behind the good part. */
  private dirty = false

  private constructor(
    readonly number: number,
    private readonly fd: number,
    private readonly synced: SyncedLength,
    private length: number,
    private readonly options: LogFileOptions,
  ) {}

  /**
   * Opens or creates the log, cuts it to `length` bytes and puts that on the disk: what a killed process
   * wrote is there for readers, but perhaps not yet for a power cut.
   */
  static open(number: number, length: number, options: LogFileOptions): LogFile {
    const files = dataFiles(options.directory)
    const fd = openSync(files.log(number), constants.O_RDWR | constants.O_CREAT)
    try {
      ftruncateSync(fd, length)
      fdatasyncSync(fd)
      const synced = SyncedLength.open(files.synced(number), length)
      syncDirectory(options.directory)
      return new LogFile(number, fd, synced, length, options)
    } catch (error) {
      closeSync(fd)
      throw error
    }
  }

  get size(): number {
    return this.length
  }

  /**
   * Settles once the block is on disk.
   * @throws what the disk said; the file then ends where it did before, at the latest before the next block
   */
  async append(bytes: Buffer): Promise<void> {
    this.repair()
    try {
      await this.options.disk?.beforeWrite(bytes.length)
      this.dirty = true
      await writeFully(this.fd, bytes, this.length)
      if (this.options.sync) {
        await this.options.disk?.beforeSync()
        await syncAsync(this.fd)
        this.synced.record(this.length + bytes.length)
      }
      this.length += bytes.length
      this.dirty = false
    } catch (error) {
      this.repairIfPossible()
      throw error
    }
  }

  /** Cuts off what a refused block left behind. A block written behind it would be lost at the next start. */
  repair(): void {
    if (!this.dirty) return
    this.options.disk?.beforeCut?.()
    ftruncateSync(this.fd, this.length)
    this.synced.reset(this.length)
    this.dirty = false
  }

  private repairIfPossible(): void {
    try {
      this.repair()
    } catch {
      // Tried again before the next block.
    }
  }

  close(): void {
    this.repairIfPossible()
    closeSync(this.fd)
    this.synced.close()
  }
}
