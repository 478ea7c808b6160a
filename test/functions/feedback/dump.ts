import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Doc } from '@/cloudfunctions/_stores/document'
import type { TestApp } from '../../support/app'

const schema = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../database/schema.json'), 'utf8'),
) as { collections: Record<string, unknown> }

/** As many as one query answers at most. */
const page = 1000

const idOf = (text: string): string => {
  const [, id] = /^\{"_id":"([^"\\]*)"/.exec(text) ?? []
  if (id === undefined) throw new Error(`a document without an id in front: ${text.slice(0, 80)}`)
  return id
}

const textsAfter = async (app: TestApp, collectionName: string, last: string) => {
  const response = await fetch(app.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      action: 'database.getDocument',
      collectionName,
      queryType: 'WHERE',
      query: JSON.stringify({ _id: { $gt: last } }),
      order: JSON.stringify({ _id: 1 }),
      offset: 0,
      limit: page,
    }),
  })
  const reply = (await response.json()) as { data?: { list: string[] }; message?: string }
  if (!reply.data) throw new Error(`${collectionName}: ${reply.message}`)
  return reply.data.list
}

/**
 * Every document of every collection (or of these) as the text in which it lies in the database, by
 * id. Asked without the SDK, which takes most of its time to unpack each document.
 */
export const dumpTexts = async (
  app: TestApp,
  collections = Object.keys(schema.collections),
): Promise<Map<string, Map<string, string>>> => {
  const all = new Map<string, Map<string, string>>()
  for (const collection of collections) {
    const texts = new Map<string, string>()
    for (let last = ''; ;) {
      const found = await textsAfter(app, collection, last)
      for (const text of found) texts.set((last = idOf(text)), text)
      if (found.length < page) break
    }
    all.set(collection, texts)
  }
  return all
}

/** Every document of every collection (or of these), as it lies in the database. */
export const dump = async (app: TestApp, collections?: string[]): Promise<Map<string, Doc[]>> =>
  new Map(
    [...(await dumpTexts(app, collections))].map(([collection, texts]) => [
      collection,
      [...texts.values()].map((text) => JSON.parse(text) as Doc),
    ]),
  )

/** Names of the collections in which a text stands. */
export const whereIs = (all: ReadonlyMap<string, readonly Doc[]>, text: string): string[] =>
  [...all].filter(([, docs]) => JSON.stringify(docs).includes(text)).map(([name]) => name)
