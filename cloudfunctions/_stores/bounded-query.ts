import type { Database, Filter } from './database'
import { type Doc, docsOf } from './document'
import { decodeCursor, encodeCursor } from './page-cursor'
import { storedAt, storedCount, storedRows, storedText, storedTextOrNull } from './stored'

/**
 * Queries whose cost does not grow with the ledger where no index serves all of their filter.
 * Both halves of a search read so many documents; a call reads a thousand at most.
 */
const mostRead = 490

export interface Search {
  /** Served by an index that also delivers `order`, and a range on it. */
  readonly lead: Filter
  /** Tested on each document that the lead finds. */
  readonly rest: Filter
  /** Path of the field by which the list is sorted. */
  readonly order: string
  readonly pageSize: number
}

export interface SearchPage {
  readonly docs: readonly Doc[]
  /** Where to go on, as a value of `order`; null at the end. */
  readonly next: string | null
  /** The page ends because enough was read, not because it is full: more may be found further on. */
  readonly partly: boolean
}

const valueAt = (doc: Doc, path: string): string => storedText(storedAt(doc, ...path.split('.')))

/** One page of what is found among the next documents in order. */
export const searchPage = async (
  database: Database,
  collection: string,
  { lead, rest, order, pageSize }: Search,
): Promise<SearchPage> => {
  const inOrder = () => database.pipeline(collection, lead).sort({ [order]: 1 })
  const { data } = await inOrder()
    .limit(mostRead)
    .match(rest)
    .limit(pageSize + 1)
    .end()
  const found = docsOf(data)
  const docs = found.slice(0, pageSize)
  if (found.length > pageSize) return { docs, next: valueAt(docs.at(-1)!, order), partly: false }
  const { data: end } = await inOrder()
    .skip(mostRead - 1)
    .limit(1)
    .project({ at: `$${order}` })
    .end()
  const next = storedTextOrNull(storedRows(end)[0]?.at)
  return { docs, next, partly: next !== null }
}

/** One page of a list by its field `order`, newest first; where it is full there may be more. */
export const newestPage = async (
  database: Database,
  collection: string,
  filter: Filter,
  { cursor, size }: { readonly cursor: string | undefined; readonly size: number },
): Promise<{ readonly docs: readonly Doc[]; readonly cursor: string | null }> => {
  const [before] = decodeCursor(cursor, 1) ?? []
  const docs = await database.find(
    collection,
    { ...filter, ...(before !== undefined && { order: database.command.lt(before) }) },
    { sort: [['order', 'desc']], limit: size },
  )
  const last = docs.length === size ? docs.at(-1) : undefined
  return { docs, cursor: last ? encodeCursor([storedText(last.order)]) : null }
}

/** How many documents an indexed query finds, counted no further than to `most`. */
export const countTo = async (
  database: Database,
  collection: string,
  filter: Filter,
  most: number,
): Promise<number> => {
  const { data } = await database.pipeline(collection, filter).limit(most).count('found').end()
  return storedCount(storedRows(data)[0]?.found)
}
