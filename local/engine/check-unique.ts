import type { Collection } from './collection'
import { keyText } from './unique-keys'
import type { VersionedRecord } from './versioned-record'

/** Stored documents break a unique index. Nothing is lost: the message says which, and the way out. */
export class UniqueIndexViolated extends Error {
  constructor(collection: string, index: string, key: string, ids: readonly [unknown, unknown]) {
    const both = ids.map((id) => JSON.stringify(id)).join(' and ')
    super(
      `E11000 duplicate key error collection: ${collection} index: ${index} dup key: { ${key} }, the documents ${both}. ` +
        'Nothing stored was changed, and `export` writes all of it to an archive. To open it: declare the index ' +
        'as not unique in the schema, start, change or remove one of the two documents, and declare it unique again',
    )
  }
}

/**
 * A unique index declared after the data was written may already be violated: say so at the start.
 * @throws UniqueIndexViolated naming the index, the key and both documents
 */
export function checkUnique(collection: Collection): void {
  for (const index of collection.indexes) {
    if (!index.definition.unique) continue
    let last: { text: string; record: VersionedRecord } | null = null
    for (const { key, version } of index.scan({ equal: [] })) {
      const text = keyText(key)
      if (last && last.text === text && last.record !== version.record) {
        const ids = [last.record.key, version.record.key] as const
        throw new UniqueIndexViolated(collection.name, index.definition.name, text, ids)
      }
      last = { text, record: version.record }
    }
  }
}
