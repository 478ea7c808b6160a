import type { Document, DocumentKey } from '../../ground/document'

/** One committed state of a document; `document` null is a removal. */
export interface Version {
  document: Document | null
  /** Number of the commit that made it. */
  readonly sequence: number
  /** The state before, kept only while some reader may still need it. */
  previous: Version | null
  readonly record: VersionedRecord
}

/** Whoever holds a record's write lock; only identity matters here. */
export interface LockHolder {
  /** Settles when the holder commits or aborts. */
  readonly released: Promise<void>
}

export interface VersionedRecord {
  readonly key: DocumentKey
  /** Order of first insertion: breaks ties in indexes. */
  readonly ordinal: number
  newest: Version | null
  lock: LockHolder | null
}

/** Every state that is kept, newest first. */
export function* versionsOf({ newest }: VersionedRecord): Generator<Version> {
  for (let version = newest; version !== null; version = version.previous) yield version
}

/** The state a reader at `sequence` sees; null when the document does not exist for it. */
export function versionAt(record: VersionedRecord, sequence: number): Version | null {
  let version = record.newest
  while (version !== null && version.sequence > sequence) version = version.previous
  return version
}
