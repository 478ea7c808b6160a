import { requestFailed } from '../../ground/cloud-error'
import type { Collection } from '../collection'
import { CommitHistory } from './commit-history'
import type { Commit, Pin } from './commit-history'
import { CommitLog } from './commit-log'
import { Compaction } from './compaction'
import type { DiskHooks } from './disk-hooks'
import { removeLogs } from './load-directory'
import type { LoadedDirectory } from './load-directory'

export interface DurableCommitsOptions {
  disk?: DiskHooks | undefined
  sync: boolean
  compactAfterBytes: number
  /** Everything that is stored; written into a snapshot. */
  collections: ReadonlyMap<string, Collection>
  /** A collection whose creation could not be stored. */
  onUncreated: (collection: Collection) => void
  /** Each commit once readers see it, while the states it replaced are still there. */
  onVisible: (commit: Commit) => void
  report: (message: string) => void
}

/**
 * Brings commits onto the disk, in their order, and tells which have arrived there. Without a directory they
 * are there at once.
 */
export class DurableCommits {
  private readonly history: CommitHistory
  private log: CommitLog | null = null
  private compaction: Compaction | null = null
  /** The latest commit on its way to the disk; settles either way. */
  private latest: Promise<void> = Promise.resolve()
  /** Latest clock reading of any commit, epoch ms. */
  lastCommitAt = 0

  constructor(private readonly options: DurableCommitsOptions) {
    this.history = new CommitHistory(options.onVisible)
  }

  /** Goes on from what was loaded; from here on the directory is written to. */
  open(directory: string, loaded: LoadedDirectory): void {
    const { disk, sync, report, collections, compactAfterBytes } = this.options
    const { history } = this
    const log = new CommitLog({
      directory,
      disk,
      sync,
      number: loaded.number,
      length: loaded.length,
      onDurable: (lines) => {
        history.settle(lines)
        this.compaction?.check()
      },
      onFailed: (cause) => this.takeBack(cause),
    })
    this.log = log
    removeLogs(directory, loaded.leftover)
    const state = () => {
      const pending = history.pendingCollections()
      return {
        at: this.lastCommitAt,
        collections: [...collections.values()].filter((collection) => !pending.has(collection)),
      }
    }
    this.compaction = new Compaction(
      { directory, disk, log, history, state, leastBytes: compactAfterBytes, report },
      loaded,
    )
  }

  /** Sequence of the latest commit that readers may see. */
  get durable(): number {
    return this.history.durable
  }

  startAt(sequence: number, lastCommitAt: number): void {
    this.history.durable = sequence
    this.lastCommitAt = lastCommitAt
  }

  pin(): Pin {
    return this.history.pin()
  }

  unpin(pin: Pin): void {
    this.history.unpin(pin)
  }

  /**
   * Settles when the commit is on disk.
   * @param at epoch ms on the local clock
   * @param json the commit as it is to stand in the log
   * @throws CloudError DATABASE_REQUEST_FAILED when it could not be stored; its versions are taken back then
   */
  async add(commit: Commit, at: number, json: string): Promise<void> {
    this.lastCommitAt = Math.max(this.lastCommitAt, at)
    this.history.add(commit)
    if (!this.log) {
      this.history.settle(1)
      return
    }
    try {
      const stored = this.log.append(json)
      this.latest = stored.catch(() => undefined)
      await stored
    } catch (error) {
      throw requestFailed(
        `the write could not be stored and changed nothing (${describe(error as Error)}): ` +
          'see to the disk of the data directory, then send it again',
      )
    }
  }

  /** Settles when every commit until now is on disk, or taken back. */
  settled(): Promise<void> {
    return this.latest
  }

  /** Replaces the logs by a snapshot now. Nothing to do without a directory. */
  async compact(): Promise<void> {
    await this.compaction?.run()
  }

  async close(): Promise<void> {
    await this.compaction?.settled()
    await this.log?.close()
  }

  private takeBack(cause: Error): void {
    const undone = this.history.undo()
    for (const { created } of undone) if (created) this.options.onUncreated(created)
    this.options.report(
      `${undone.length} write(s) could not be stored and were taken back: ${describe(cause)}`,
    )
  }
}

function describe(error: Error): string {
  const { code } = error as NodeJS.ErrnoException
  return code === undefined || error.message.includes(code)
    ? error.message
    : `${code}: ${error.message}`
}
