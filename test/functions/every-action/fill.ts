import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Doc } from '@/cloudfunctions/_stores/document'
import { dump } from '../feedback/dump'
import type { World } from './world'

interface Schema {
  readonly collections: Record<
    string,
    {
      readonly indexes: readonly { readonly keys: [string, unknown][]; readonly unique: boolean }[]
    }
  >
}
const schema = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../database/schema.json'), 'utf8'),
) as Schema

/**
 * People and places of the city: the ledger grows, the city stays. `watch` grows with days and
 * with the codes there are, whatever the ledger's length.
 */
const stays = [
  ...['people', 'identities', 'memberships', 'consents', 'regions', 'units', 'leases'],
  'watch',
]
/** Whose ids stand in other documents. */
const things = ['tasks', 'feedback', 'timelines', 'batches', 'invitations']

const atOnce = 200

/** The same text about other things: every id of a thing in it gets this ending. */
const retold = (text: string, ids: RegExp, ending: string): string =>
  text.replace(ids, (id) => `${id}${ending}`)

const uniqueKeys = (collection: string): string[] =>
  (schema.collections[collection]?.indexes ?? [])
    .filter(({ unique }) => unique)
    .flatMap(({ keys }) => keys.slice(0, 2).map(([key]) => key))

/** A copy of the document that stands beside it, whatever must be unique in it. */
const copyOf = (collection: string, doc: Doc, ids: RegExp, ending: string): Doc => {
  const copy = JSON.parse(retold(JSON.stringify(doc), ids, ending)) as Record<string, unknown>
  for (const key of ['_id', ...uniqueKeys(collection)])
    if (typeof copy[key] === 'string' && copy[key] === doc[key] && key !== 'thing')
      copy[key] = `${String(copy[key])}${ending}`
  return copy as Doc
}

const insert = async (
  world: World,
  collectionName: string,
  docs: readonly Doc[],
): Promise<void> => {
  for (let start = 0; start < docs.length; start += atOnce) {
    const data = docs.slice(start, start + atOnce).map((doc) => JSON.stringify(doc))
    const response = await fetch(world.app.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'database.insertDocument', collectionName, data }),
    })
    const answer = (await response.json()) as { code?: string; message?: string }
    if (answer.code) throw new Error(`${collectionName}: ${answer.message}`)
  }
}

/** Copies what is there until every collection of the ledger has so many rows. */
export const fillTo = async (world: World, rows: number): Promise<void> => {
  const all = await dump(world.app)
  const known = things.flatMap((name) => (all.get(name) ?? []).map(({ _id }) => _id))
  // Longer ones first: an id may begin with another one.
  const sorted = [...known].sort((left, right) => right.length - left.length)
  const ids = new RegExp(sorted.map((id) => id.replace(/\W/g, '\\$&')).join('|'), 'g')
  for (const [collection, docs] of all) {
    if (stays.includes(collection) || docs.length === 0) continue
    const copies: Doc[] = []
    for (let round = 1; docs.length + copies.length < rows; round += 1)
      copies.push(...docs.map((doc) => copyOf(collection, doc, ids, `.c${round}`)))
    await insert(world, collection, copies)
  }
}
