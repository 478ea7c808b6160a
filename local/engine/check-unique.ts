import type { Collection } from './collection'
import { compareValues } from './compare-values'
import { IndexViolated } from './index-violated'
import { DuplicateKey, keyText } from './unique-keys'
import type { VersionedRecord } from './versioned-record'

const sameKey = (left: readonly unknown[], right: readonly unknown[]) =>
  left.every((value, i) => compareValues(value, right[i]) === 0)

/**
 * A unique index declared after the data was written may already be violated: say so at the start.
 * @throws IndexViolated naming the index, the key and both documents
 */
export function checkUnique(collection: Collection): void {
  for (const index of collection.indexes) {
    if (!index.definition.unique) continue
    const { name } = index.definition
    let last: { key: readonly unknown[]; record: VersionedRecord } | null = null
    for (const { key, version } of index.scan({ equal: [] })) {
      if (last && last.record !== version.record && sameKey(last.key, key)) {
        const { message } = new DuplicateKey(collection.name, name, keyText(key))
        const ids = [last.record, version.record].map(({ newest }) => newest?.document?._id)
        throw new IndexViolated(collection.name, name, message, ids)
      }
      last = { key, record: version.record }
    }
  }
}
