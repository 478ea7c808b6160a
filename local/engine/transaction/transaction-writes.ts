import type { Collection } from '../collection'
import type { Document, DocumentKey } from '../../ground/document'
import type { LogOperation } from '../log/log-operations'
import type { PendingWrite, Transaction } from './transaction'
import { RecordHeld, reserveUniqueKeys } from '../index/unique-keys'
import type { VersionedRecord } from './versioned-record'

/**
 * Writes one document (null removes it) inside a transaction whose snapshot is taken.
 * @throws RecordHeld when somebody else has written it first; DuplicateKey; CloudError when no index can take it;
 *   IndexPending
 */
export function putDocument(
  transaction: Transaction,
  collection: Collection,
  key: DocumentKey,
  document: Document | null,
): void {
  // Before anything else: whoever waits for the index does the same again.
  if (document !== null) collection.requireUniqueIndexes()
  const record = collection.ensureRecord(key)
  try {
    if (document !== null) collection.checkIndexable(document)
    takeLock(transaction, record)
    const pending = transaction.writes.get(record)
    if (pending) pending.document = document
    else transaction.writes.set(record, { collection, document })
    if (document !== null) reserveUniqueKeys(transaction, collection, record, document)
  } catch (error) {
    // A record that was made for this write only would stay for good.
    collection.dropIfEmpty(record)
    throw error
  }
}

function takeLock(transaction: Transaction, record: VersionedRecord): void {
  if (record.lock === transaction) return
  if (record.lock !== null) throw new RecordHeld(record)
  if (record.newest && record.newest.sequence > (transaction.snapshot ?? 0))
    throw new RecordHeld(record)
  record.lock = transaction
}

export type Write = [record: VersionedRecord, write: PendingWrite]

/** The writes of a transaction that change something: what was never there need not be removed. */
export function effectiveWrites(transaction: Transaction): Write[] {
  return [...transaction.writes].filter(
    ([record, { document }]) => document !== null || (record.newest?.document ?? null) !== null,
  )
}

export function operationOf([{ key }, { collection, document }]: Write): LogOperation {
  return document ? ['p', collection.name, document] : ['d', collection.name, key]
}
