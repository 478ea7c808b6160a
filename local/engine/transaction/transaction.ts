import { randomBytes } from 'node:crypto'
import type { Collection } from '../collection'
import type { Pin } from '../log/commit-history'
import type { Document } from '../../ground/document'
import type { LockHolder, VersionedRecord } from './versioned-record'

export interface PendingWrite {
  readonly collection: Collection
  /** null removes the document */
  document: Document | null
}

/**
 * Writes that become visible together. A plain request is a transaction of its own that reads the newest
 * state; one opened by the SDK reads the state at its first operation.
 */
export class Transaction implements LockHolder {
  readonly id = randomBytes(16).toString('hex')
  readonly writes = new Map<VersionedRecord, PendingWrite>()
  readonly reservations: Array<{ collection: Collection; key: string; record: VersionedRecord }> =
    []
  readonly released: Promise<void>
  /** Sequence of the state it reads; null until its first operation. */
  snapshot: number | null = null
  /** Keeps that state; null for a plain request. */
  pin: Pin | null = null
  state: 'open' | 'committed' | 'aborted' = 'open'
  timer: NodeJS.Timeout | null = null
  private release: () => void = () => undefined

  constructor(readonly plain: boolean) {
    if (plain) this.snapshot = Number.POSITIVE_INFINITY
    this.released = new Promise((resolve) => {
      this.release = resolve
    })
  }

  /** Ends it either way: gives back locks and reservations and wakes whoever waits. */
  finish(state: 'committed' | 'aborted'): void {
    this.state = state
    if (this.timer) clearTimeout(this.timer)
    for (const record of this.writes.keys()) if (record.lock === this) record.lock = null
    // A key that this transaction gave up may be reserved by another one by now: that stays.
    for (const { collection, key, record } of this.reservations)
      if (collection.reservations.get(key) === record) collection.reservations.delete(key)
    this.release()
  }
}
