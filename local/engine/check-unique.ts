import type { Collection } from './collection'
import { DuplicateKey, keyText } from './unique-keys'
import type { VersionedRecord } from './versioned-record'

/**
 * A unique index declared after the data was written may already be violated: say so at the start.
 * @throws DuplicateKey naming the index and the key
 */
export function checkUnique(collection: Collection): void {
  for (const index of collection.indexes) {
    if (!index.definition.unique) continue
    let last: { text: string; record: VersionedRecord } | null = null
    for (const { key, version } of index.scan({ equal: [] })) {
      const text = keyText(key)
      if (last && last.text === text && last.record !== version.record) {
        throw new DuplicateKey(collection.name, index.definition.name, text)
      }
      last = { text, record: version.record }
    }
  }
}
