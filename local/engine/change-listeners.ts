import type { Commit } from './log/commit-history'
import type { Document, DocumentKey } from '../ground/document'

/** A document before and after a commit; null where it did not exist. */
export type ChangeListener = (
  collection: string,
  key: DocumentKey,
  before: Document | null,
  after: Document | null,
) => void

/** Who wants to know what readers see change. */
export class ChangeListeners {
  private readonly listeners = new Set<ChangeListener>()

  constructor(private readonly report: (message: string) => void) {}

  /** @returns removes it again */
  add(listener: ChangeListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** While the states that the commit replaced are still there. */
  announce({ versions }: Commit): void {
    if (this.listeners.size === 0) return
    for (const { collection, version } of versions) {
      const before = version.previous?.document ?? null
      for (const listener of this.listeners) {
        try {
          listener(collection.name, version.record.key, before, version.document)
        } catch (error) {
          // The commit is on disk: whoever waits for it must hear so.
          this.report(`a listener failed: ${String(error)}`)
        }
      }
    }
  }
}
