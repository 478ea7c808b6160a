/**
 * First line of a snapshot: it holds every commit up to `sequence`; the logs from `firstLog` on hold the rest.
 * Then lines `[collection, documents]`, at least one for each collection, and last a `SnapshotEnd`.
 */
export interface SnapshotStart {
  snapshot: 1
  sequence: number
  /** Latest clock reading of any commit, epoch ms. */
  at: number
  firstLog: number
}

export type SnapshotBlock = [collection: string, documents: unknown[]]

/** Without it, or with another number, the snapshot is not whole. */
export interface SnapshotEnd {
  end: 1
  documents: number
}
