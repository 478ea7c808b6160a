import type { Database } from '@/cloudfunctions/_stores/database'
import type { Doc } from '@/cloudfunctions/_stores/document'

const pageSize = 100

/** Every document of a collection in the order of ids, page by page; from after `last` on. */
export async function* pagesOf(
  database: Database,
  collection: string,
  last = '',
): AsyncGenerator<Doc[]> {
  for (let after = last; ;) {
    const docs = await database.find(
      collection,
      { _id: database.command.gt(after) },
      { sort: [['_id', 'asc']], limit: pageSize },
    )
    if (docs.length > 0) yield docs
    if (docs.length < pageSize) return
    after = docs.at(-1)!._id
  }
}
