import { closeSync, fdatasync, ftruncateSync, openSync, write, writeSync } from 'node:fs'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import type { DiskHooks } from './disk-hooks'

const writeAsync = promisify(write)
const syncAsync = promisify(fdatasync)

/** One commit as a line: checksum of the JSON in hex, a space, the JSON. */
export function formatLine(json: string): string {
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`
}

interface Waiting {
  line: string
  resolve: () => void
  reject: (error: Error) => void
}

export interface CommitLogOptions {
  file: string
  /** Side file that holds the length up to which the log is known to be on disk. */
  syncedFile: string
  /** Length of the log at opening; it is cut to this length first. */
  length: number
  /** Called with the number of lines that have just become durable, before their promises settle. */
  onDurable: (lines: number) => void
  /** Called when queued lines could not be written, before their promises reject. */
  onFailed: () => void
  disk?: DiskHooks | undefined
}

/**
 * Append-only file with group commit: lines that arrive while a write is under way share the next
 * fdatasync. A failed write leaves the file as it was at the last sync and rejects everything queued.
 */
export class CommitLog {
  private readonly fd: number
  private readonly syncedFd: number
  private queue: Waiting[] = []
  private length: number
  private running: Promise<void> | null = null
  private broken: Error | null = null

  constructor(private readonly options: CommitLogOptions) {
    this.fd = openSync(options.file, 'a')
    ftruncateSync(this.fd, options.length)
    this.syncedFd = openSync(options.syncedFile, 'w')
    this.length = options.length
    this.recordSynced()
  }

  get size(): number {
    return this.length
  }

  /** @returns a promise that settles once the line is on disk */
  append(json: string): Promise<void> {
    if (this.broken) {
      this.options.onFailed()
      return Promise.reject(this.broken)
    }
    return new Promise((resolve, reject) => {
      this.queue.push({ line: formatLine(json), resolve, reject })
      this.running ??= this.drain()
    })
  }

  async close(): Promise<void> {
    await this.running
    closeSync(this.fd)
    closeSync(this.syncedFd)
  }

  private async drain(): Promise<void> {
    // Let everything of this turn of the event loop join the first batch.
    await Promise.resolve()
    while (this.queue.length > 0) {
      const batch = this.queue
      this.queue = []
      const bytes = Buffer.from(batch.map((waiting) => waiting.line).join(''))
      try {
        await this.options.disk?.beforeWrite(bytes.length)
        await this.writeAll(bytes)
        await this.options.disk?.beforeSync()
        await syncAsync(this.fd)
      } catch (error) {
        this.fail(batch, error as Error)
        continue
      }
      this.length += bytes.length
      this.recordSynced()
      this.options.onDurable(batch.length)
      for (const waiting of batch) waiting.resolve()
    }
    this.running = null
  }

  private async writeAll(bytes: Buffer): Promise<void> {
    let done = 0
    while (done < bytes.length) {
      const { bytesWritten } = await writeAsync(this.fd, bytes, done, bytes.length - done, null)
      done += bytesWritten
    }
  }

  private fail(batch: Waiting[], cause: Error): void {
    const failed = [...batch, ...this.queue]
    this.queue = []
    try {
      this.options.disk?.beforeCut?.()
      ftruncateSync(this.fd, this.length)
    } catch (error) {
      // The tail cannot be cut: a later line behind it would be lost at the next start.
      this.broken = error as Error
    }
    this.options.onFailed()
    for (const waiting of failed) waiting.reject(cause)
  }

  /** Not synced itself: an older length is still true, and a process that is killed leaves the newest. */
  private recordSynced(): void {
    writeSync(this.syncedFd, `${this.length}`.padStart(20, '0'), 0)
  }
}
