import { bsonText } from '../../ground/bson-text'
import type { Collection } from '../collection'
import type { Document } from '../../ground/document'
import { DuplicateKey, keyText } from './duplicate-key'
import type { SortedIndex } from './sorted-index'
import type { Transaction } from '../transaction/transaction'
import type { VersionedRecord } from '../transaction/versioned-record'

/** Somebody else holds what this write needs: wait, or conflict inside a transaction. */
export class RecordHeld extends Error {
  constructor(readonly record: VersionedRecord) {
    super('record held by another transaction')
  }
}

/** Equal for equal keys and for no others, unlike `keyText`, which writes the names of fields as they are. */
const reservationKey = (index: SortedIndex, key: readonly unknown[]) =>
  `${index.definition.name}\u0000${key.map((value) => bsonText(value, JSON.stringify)).join()}`

function stillHolds(
  holder: Transaction,
  record: VersionedRecord,
  index: SortedIndex,
  wanted: string,
): boolean {
  const pending = holder.writes.get(record)
  if (!pending?.document) return false
  return index.keysOf(pending.document).some((key) => reservationKey(index, key) === wanted)
}

/**
 * Checks every unique index for `document` and reserves its keys for the transaction.
 * A missing field counts as null, so two documents without the field are duplicates.
 * @throws DuplicateKey | RecordHeld
 */
export function reserveUniqueKeys(
  transaction: Transaction,
  collection: Collection,
  record: VersionedRecord,
  document: Document,
): void {
  for (const index of collection.indexes) {
    if (!index.definition.unique) continue
    for (const key of index.keysOf(document)) {
      const wanted = reservationKey(index, key)
      const duplicate = () => new DuplicateKey(collection.name, index.definition.name, keyText(key))
      const reserved = collection.reservations.get(wanted)
      if (reserved && reserved !== record) {
        const holder = reserved.lock as Transaction | null
        if (holder && stillHolds(holder, reserved, index, wanted)) {
          throw holder === transaction ? duplicate() : new RecordHeld(reserved)
        }
      }
      for (const { record: other } of index.scan({ equal: key })) {
        if (other === record || other.lock === transaction) continue
        const changed = (other.newest?.sequence ?? 0) > (transaction.snapshot ?? 0)
        // A key that was given up after the snapshot is not free for this transaction: the commit that gave it up
        // may not be on the disk yet, and would be taken back if the disk refused it.
        if (!changed && !index.holds(other.newest, key)) continue
        if (other.lock !== null || changed) throw new RecordHeld(other)
        throw duplicate()
      }
      collection.reservations.set(wanted, record)
      transaction.reservations.push({ collection, key: wanted, record })
    }
  }
}
