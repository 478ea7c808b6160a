import type { DiskHooks } from './log/disk-hooks'
import type { Schema } from './schema'

export interface StoreOptions {
  /** Data directory; null keeps everything in memory. */
  directory: string | null
  /** With a schema only its collections exist; without one they are created by request. */
  schema: Schema | null
  /** Epoch ms on the local cloud's clock. */
  now: () => number
  /** Real ms that an open transaction lives; CloudBase gives 30 s. */
  transactionLifeMs?: number
  /** Real ms that a plain write waits for a document held by a transaction. */
  lockWaitMs?: number
  /** Bytes that the logs may have before a snapshot replaces them. */
  compactAfterBytes?: number | undefined
  /** false answers before anything is on disk; only to measure what that costs. */
  sync?: boolean | undefined
  report?: (message: string) => void
  /** Makes the disk slow or full, for tests. */
  disk?: DiskHooks | undefined
}
