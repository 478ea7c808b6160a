import type { SettableClock } from '../clock/settable-clock'
import type { DocumentStore } from '../engine/store'
import { Transaction } from '../engine/transaction/transaction'
import type { FileStore } from '../storage/file-store'
import { contentOf } from './content'
import type { Content } from './content'

export interface PinnedContent {
  content: Content
  /** Lets go of the states and files that were kept for it. */
  release: () => Promise<void>
}

/**
 * The content of a running store as it is now. Requests go on; what they replace is kept until `release`.
 * Nothing is waited for in between, so documents and files are of the same instant.
 */
export function pinContent(
  store: DocumentStore,
  files: FileStore,
  clock: SettableClock,
): PinnedContent {
  // Not one of the store's: a large archive may take longer than the 30 s that those live.
  const reader = new Transaction(false)
  const view = store.viewFor(reader)
  const letFilesGo = files.hold()
  const release = () => {
    store.abort(reader)
    return letFilesGo()
  }
  try {
    const content = contentOf({
      collections: new Map(store.collections),
      visible: (record) => store.visible(record, view),
      lastCommitAt: store.lastCommitAt,
      clockAt: clock.offsetMs === 0 ? null : clock.now(),
      read: (file) => files.read(file),
    })
    return { content, release }
  } catch (error) {
    void release()
    throw error
  }
}
