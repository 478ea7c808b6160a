import type { Collection } from '../collection'
import type { Version } from '../transaction/versioned-record'

export interface Commit {
  sequence: number
  versions: Array<{ collection: Collection; version: Version }>
  created: Collection | null
}

/** A reader that still needs the states as of its sequence. */
export interface Pin {
  readonly sequence: number
}

/** Which commits are on disk, and which replaced states some reader may still need. */
export class CommitHistory {
  /** Sequence of the latest commit that is on disk. */
  durable = 0
  /** Not on disk yet, oldest first. */
  private pending: Commit[] = []
  /** On disk, but the states they replaced are still kept; oldest first. */
  private kept: Commit[] = []
  private readonly pins = new Set<Pin>()

  /** @param onVisible called with each commit once readers see it, while the states it replaced are still there */
  constructor(private readonly onVisible: (commit: Commit) => void) {}

  add(commit: Commit): void {
    this.pending.push(commit)
  }

  /** The `count` oldest pending commits are on disk now. */
  settle(count: number): void {
    for (const commit of this.pending.splice(0, count)) {
      this.durable = commit.sequence
      this.kept.push(commit)
      this.onVisible(commit)
    }
    this.forget()
  }

  /** Takes back everything that is not on disk, newest first. */
  undo(): Commit[] {
    const undone = this.pending.reverse()
    this.pending = []
    for (const { versions } of undone)
      for (const { collection, version } of versions.reverse()) collection.uninstall(version)
    return undone
  }

  /** Keeps the states as of now for a reader, until `unpin`. */
  pin(): Pin {
    const pin = { sequence: this.durable }
    this.pins.add(pin)
    return pin
  }

  unpin(pin: Pin): void {
    if (this.pins.delete(pin)) this.forget()
  }

  /** Collections that exist for writers but are not on disk yet. */
  pendingCollections(): Set<Collection> {
    return new Set(this.pending.flatMap(({ created }) => created ?? []))
  }

  private forget(): void {
    let horizon = this.durable
    for (const { sequence } of this.pins) if (sequence < horizon) horizon = sequence
    let done = 0
    for (const commit of this.kept) {
      if (commit.sequence > horizon) break
      for (const { collection, version } of commit.versions) collection.forgetBefore(version)
      done += 1
    }
    if (done > 0) this.kept.splice(0, done)
  }
}
