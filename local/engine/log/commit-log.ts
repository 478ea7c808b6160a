import { formatLine } from './log-line'
import { LogFile } from './log-file'
import type { LogFileOptions } from './log-file'
import { markBatchStart } from './read-log'

interface Waiting {
  json: string
  resolve: () => void
  reject: (error: Error) => void
}

/** A log that has been left for the next one. */
export interface FullLog {
  number: number
  /** Bytes. */
  size: number
}

interface Rotation {
  switched: (full: FullLog) => void
  resolve: () => void
  reject: (error: Error) => void
}

export interface CommitLogOptions extends LogFileOptions {
  /** The newest log and its length at opening; it is cut to this length first. */
  number: number
  length: number
  /** Called with the number of lines that have just become durable, before their promises settle. */
  onDurable: (lines: number) => void
  /** Called when queued lines could not be written, before their promises reject. */
  onFailed: (cause: Error) => void
}

/** Characters of one block: a string of everything that waits could grow beyond what a string may hold. */
const BLOCK = 16 * 1024 * 1024

/**
 * Numbered append-only files with group commit: lines that arrive while a write is under way share the next
 * fdatasync. A failed write leaves the file as it was at the last sync and rejects everything queued.
 */
export class CommitLog {
  private file: LogFile
  private queue: Waiting[] = []
  private rotation: Rotation | null = null
  private running: Promise<void> | null = null
  private closed = false

  constructor(private readonly options: CommitLogOptions) {
    this.file = LogFile.open(options.number, options.length, options)
  }

  /** Number of the log that is being written. */
  get number(): number {
    return this.file.number
  }

  /** Length of that log in bytes. */
  get size(): number {
    return this.file.size
  }

  /** @returns a promise that settles once the line is on disk */
  append(json: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.queue.push({ json, resolve, reject })
      this.running ??= this.drain()
    })
  }

  /**
   * Begins the next log once what is being written is on disk.
   * @param switched runs at that moment: every durable commit is in the earlier logs, all others will be in the new one
   */
  rotate(switched: (full: FullLog) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.rotation = { switched, resolve, reject }
      this.running ??= this.drain()
    })
  }

  async close(): Promise<void> {
    await this.running
    this.closed = true
    this.file.close()
  }

  private async drain(): Promise<void> {
    // Let everything of this turn of the event loop join the first batch.
    await Promise.resolve()
    while (this.queue.length > 0 || this.rotation) {
      if (this.rotation) {
        await this.switchFile(this.rotation)
        continue
      }
      const batch = this.takeBatch()
      try {
        if (this.closed) throw new Error('the data directory has been closed')
        const lines = batch.map(({ json }, i) => formatLine(i === 0 ? markBatchStart(json) : json))
        await this.file.append(Buffer.from(lines.join('')))
      } catch (error) {
        this.fail(batch, error as Error)
        continue
      }
      this.options.onDurable(batch.length)
      for (const waiting of batch) waiting.resolve()
    }
    this.running = null
  }

  private takeBatch(): Waiting[] {
    let characters = 0
    const end = this.queue.findIndex(({ json }) => (characters += json.length) > BLOCK)
    return this.queue.splice(0, end < 0 ? this.queue.length : Math.max(end, 1))
  }

  private fail(batch: Waiting[], cause: Error): void {
    // What queued up meanwhile was made from states that are taken back now.
    const failed = [...batch, ...this.queue]
    this.queue = []
    this.options.onFailed(cause)
    for (const waiting of failed) waiting.reject(cause)
  }

  private async switchFile({ switched, resolve, reject }: Rotation): Promise<void> {
    this.rotation = null
    try {
      await this.options.disk?.beforeWrite(0)
      this.file.repair()
      const next = LogFile.open(this.file.number + 1, 0, this.options)
      const full = { number: this.file.number, size: this.file.size }
      this.file.close()
      this.file = next
      switched(full)
      resolve()
    } catch (error) {
      reject(error as Error)
    }
  }
}
