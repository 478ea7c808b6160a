import type { LocalCloudOptions } from '@/local/start-local-cloud'
import { testCloud } from './cloud'
import type { Db, TestCloud } from './cloud'

export type Fields = Record<string, unknown>
export type Command = Db['command']
export type Collection = ReturnType<Db['collection']>

/** A local cloud in which tests open collections of their own. */
export class Collections {
  private counter = 0

  constructor(readonly test: TestCloud) {}

  static async open(options: LocalCloudOptions = {}): Promise<Collections> {
    return new Collections(await testCloud(options))
  }

  get db(): Db {
    return this.test.db
  }

  get command(): Command {
    return this.test.db.command
  }

  /** A fresh collection holding these documents. */
  async with(documents: Fields[]): Promise<Collection> {
    const name = `c${++this.counter}`
    await this.db.createCollection(name)
    const collection = this.db.collection(name)
    if (documents.length > 0) await collection.add(documents as never)
    return collection
  }

  /** Ids, in order, of those of the documents that the filter finds. */
  async find(documents: Fields[], filter: Fields): Promise<string> {
    const collection = await this.with(documents)
    return idsOf(await collection.where(filter).orderBy('_id', 'asc').get()).join('')
  }

  /** The fields of one document after a change by the SDK's commands. */
  async update(before: Fields, change: Fields): Promise<Fields> {
    const collection = await this.with([{ _id: 'a', ...before }])
    await collection.doc('a').update(change)
    return fieldsOf(collection)
  }

  /** As `update`, with operators as MongoDB reads them; `filter` also finds the document. */
  async updateRaw(before: Fields, change: Fields, filter: Fields = {}): Promise<Fields> {
    const collection = await this.with([{ _id: 'a', ...before }])
    await raw(collection, { _id: 'a', ...filter }).update(change as never)
    return fieldsOf(collection)
  }
}

/** A query whose filter and update are sent as they stand. */
export const raw = (collection: Collection, filter: Fields) =>
  collection.options({ raw: true } as never).where(filter)

export const idsOf = (result: { data: unknown }) =>
  (result.data as Array<{ _id?: unknown }>).map(({ _id }) => _id)

/** The only document of a collection without its id. */
export async function fieldsOf(collection: Collection): Promise<Fields> {
  const [document] = (await collection.get()).data as Fields[]
  const fields = { ...document }
  delete fields._id
  return fields
}
