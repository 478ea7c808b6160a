import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Doc } from '@/cloudfunctions/_stores/document'
import type { TestApp } from '../../support/app'
import { openDatabase } from '../task/ledger'

const schema = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../database/schema.json'), 'utf8'),
) as { collections: Record<string, unknown> }

const page = 100

/** Every document of every collection (or of these), as it lies in the database. */
export const dump = async (
  app: TestApp,
  collections = Object.keys(schema.collections),
): Promise<Map<string, Doc[]>> => {
  const database = openDatabase(app)
  const all = new Map<string, Doc[]>()
  for (const collection of collections) {
    const docs: Doc[] = []
    for (let last = ''; ;) {
      const found = await database.find(
        collection,
        { _id: database.command.gt(last) },
        { sort: [['_id', 'asc']], limit: page },
      )
      docs.push(...found)
      if (found.length < page) break
      last = found.at(-1)!._id
    }
    all.set(collection, docs)
  }
  return all
}

/** Names of the collections in which a text stands. */
export const whereIs = (all: ReadonlyMap<string, readonly Doc[]>, text: string): string[] =>
  [...all].filter(([, docs]) => JSON.stringify(docs).includes(text)).map(([name]) => name)
