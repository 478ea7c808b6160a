import type { CommitHistory, Pin } from './commit-history'
import type { CommitLog, FullLog } from './commit-log'
import type { DiskHooks } from './disk-hooks'
import { removeLogs } from './load-directory'
import type { LoadedDirectory } from './load-directory'
import { writeSnapshot } from './write-snapshot'
import type { SnapshotState } from './write-snapshot'

export interface CompactionOptions {
  directory: string
  disk?: DiskHooks | undefined
  log: CommitLog
  history: CommitHistory
  /** What a snapshot written now has to hold besides the sequence. */
  state: () => Pick<SnapshotState, 'at' | 'collections'>
  /** Logs smaller than this are left alone, in bytes. */
  leastBytes: number
  report: (message: string) => void
}

/** Logs may grow to this many times the size of the snapshot: a bound on the disk and on the next start. */
const GROWTH = 2

/**
 * Replaces logs by a snapshot in the background: a new log is begun, the state as of that moment is written
 * while requests go on, and then the earlier logs are removed. One at a time.
 */
export class Compaction {
  private running: Promise<void> | null = null
  private snapshotSize: number
  private readonly earlier: Map<number, number>
  /** Bytes of log at the last failure: trying again at once would fail again. */
  private failedAt = 0

  constructor(
    private readonly options: CompactionOptions,
    loaded: Pick<LoadedDirectory, 'earlier' | 'snapshotSize'>,
  ) {
    this.earlier = loaded.earlier
    this.snapshotSize = loaded.snapshotSize
  }

  /** Starts one when the logs have become too large. */
  check(): void {
    if (this.running) return
    const { leastBytes } = this.options
    const most = Math.max(leastBytes, GROWTH * this.snapshotSize, this.failedAt + leastBytes)
    if (this.logBytes() <= most) return
    void this.run().catch((error: Error) => {
      this.failedAt = this.logBytes()
      this.options.report(`the log could not be made smaller: ${error.message}`)
    })
  }

  /**
   * Runs one now, or waits for the one that runs.
   * @throws what the disk said; everything stored is still there
   */
  run(): Promise<void> {
    this.running ??= this.compact().finally(() => {
      this.running = null
    })
    return this.running
  }

  /** Waits for the one that runs. */
  async settled(): Promise<void> {
    await this.running?.catch(() => undefined)
  }

  private logBytes(): number {
    let bytes = this.options.log.size
    for (const size of this.earlier.values()) bytes += size
    return bytes
  }

  private async compact(): Promise<void> {
    const { directory, disk, history } = this.options
    const { pin, state } = await this.begin()
    try {
      this.snapshotSize = await writeSnapshot(directory, state, disk)
    } finally {
      history.unpin(pin)
    }
    this.failedAt = 0
    removeLogs(directory, this.earlier.keys())
    this.earlier.clear()
  }

  /** Begins a new log and holds on to the state that all earlier ones make up. */
  private begin(): Promise<{ pin: Pin; state: SnapshotState }> {
    const { log, history } = this.options
    return new Promise((resolve, reject) => {
      const switched = (full: FullLog) => {
        this.earlier.set(full.number, full.size)
        const pin = history.pin()
        const state = { ...this.options.state(), sequence: pin.sequence, firstLog: log.number }
        resolve({ pin, state })
      }
      log.rotate(switched).catch(reject)
    })
  }
}
