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
  ...['watch', 'settings'],
]
/** Whose ids stand in other documents. */
const things = ['tasks', 'feedback', 'timelines', 'firmVisits', 'batches', 'invitations']

const atOnce = 200

/** Ids of things stand at the odd places of what a document's text is cut into. */
type Cut = readonly string[]

/** The same text about other things: every id of a thing in it gets this ending. */
const retold = (cut: Cut, ending: string): string =>
  cut.map((part, place) => (place % 2 === 1 ? `${part}${ending}` : part)).join('')

const uniqueKeys = (collection: string): string[] =>
  (schema.collections[collection]?.indexes ?? [])
    .filter(({ unique }) => unique)
    .flatMap(({ keys }) => keys.slice(0, 2).map(([key]) => key))

/** What ends the ids of copies; those of another filling are other ones. */
const endingOf = (rows: number, round: number): string => `.${rows / 500}x${round}`

/**
 * A copy of the document that stands beside it, whatever must be unique in it.
 * @param whole rounds in which every thing has a copy: a later round tells of one of those again
 */
const copyOf = (
  keys: readonly string[],
  [doc, cut]: readonly [Doc, Cut],
  [rows, round, whole]: readonly [number, number, number],
): Doc => {
  const about = ((round - 1) % whole) + 1
  const own = about === round ? '' : `-${round}`
  const copy = JSON.parse(retold(cut, endingOf(rows, about))) as Record<string, unknown>
  for (const key of keys) {
    const value = copy[key]
    if (typeof value !== 'string' || key === 'thing') continue
    copy[key] = value === doc[key] ? `${value}${endingOf(rows, round)}` : `${value}${own}`
  }
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

const isCopy = /\.\d+x\d+/

/** Copies what is there until every collection of the ledger has so many rows; may be asked for more later. */
export const fillTo = async (world: World, rows: number): Promise<void> => {
  const all = await dump(world.app)
  const originals = (name: string) => (all.get(name) ?? []).filter(({ _id }) => !isCopy.test(_id))
  const known = things.flatMap((name) => originals(name).map(({ _id }) => _id))
  // Longer ones first: an id may begin with another one.
  const sorted = [...known].sort((left, right) => right.length - left.length)
  const ids = new RegExp(`(${sorted.map((id) => id.replace(/\W/g, '\\$&')).join('|')})`)
  const roundsOf = (name: string): number => {
    const present = all.get(name)?.length ?? 0
    return Math.ceil(Math.max(0, rows - present) / Math.max(1, originals(name).length))
  }
  const whole = Math.max(1, Math.min(...things.map(roundsOf)))
  for (const [collection, docs] of all) {
    if (stays.includes(collection) || docs.length === 0) continue
    const keys = ['_id', ...uniqueKeys(collection)]
    const cuts = originals(collection).map((doc) => [doc, JSON.stringify(doc).split(ids)] as const)
    const copies: Doc[] = []
    for (let round = 1; round <= roundsOf(collection); round += 1)
      copies.push(...cuts.map((each) => copyOf(keys, each, [rows, round, whole])))
    await insert(world, collection, copies)
  }
}
