import tcb from '@cloudbase/node-sdk'
import { type Doc, DuplicateId, translated, WriteConflict, docOf, docsOf } from './document'
import { GatheringTransaction, type RawTransaction, type Transaction } from './transaction'

/**
 * The one door to the document database. It knows the SDK's traps (measured, see
 * `docs/platform-facts.md`): an `undefined` in a filter is dropped and widens the query, a
 * where-update in a transaction runs outside it, `get()` is cut off in silence.
 */

export type Filter = Readonly<Record<string, unknown>>
export type Sort = readonly (readonly [string, 'asc' | 'desc'])[]

type Cloud = ReturnType<typeof tcb.init>
type Db = ReturnType<Cloud['database']>

/** The command object of the SDK (`_.gte`, `_.in`, …). */
export type Command = Db['command']

/** The SDK cuts results above 1,000 rows off without a word. */
const maxPage = 100

/** New documents in one call; one of them is a few KB. */
const mostAddedAtOnce = 100

/** An `undefined` (dropped) or empty filter would reach everybody's rows. */
const guarded = (filter: Filter): Filter => {
  const entries = Object.entries(filter)
  if (entries.length === 0) throw new Error('a query needs a filter')
  for (const [field, value] of entries)
    if (value === undefined) throw new Error(`filter field ${field} is undefined`)
  return filter
}

export interface DatabaseOptions {
  /**
   * Writes new documents one by one: several in one call were tried through the SDK against the
   * local cloud only.
   */
  readonly addsSingly?: boolean
  /** Asked before every write; what it throws is the caller's refusal. */
  readonly requireOpen?: () => Promise<void>
}

export class Database {
  private readonly db: Db
  private readonly addedAtOnce: number
  private readonly requireOpen: () => Promise<void>
  readonly command: Command

  constructor(
    readonly cloud: Cloud,
    { addsSingly = false, requireOpen = async () => undefined }: DatabaseOptions = {},
  ) {
    this.requireOpen = requireOpen
    this.db = cloud.database()
    this.command = this.db.command
    this.addedAtOnce = addsSingly ? 1 : mostAddedAtOnce
  }

  async get(collection: string, id: string): Promise<Doc | null> {
    const { data } = await this.db.collection(collection).doc(id).get()
    return docsOf(data)[0] ?? null
  }

  /**
   * Documents by id in any order, with the fields of `only` where they are named; ids that do not exist
   * are left out. At most 100 ids a query; none is asked for no ids.
   */
  async getMany(
    collection: string,
    ids: readonly string[],
    only?: readonly string[],
  ): Promise<Doc[]> {
    const unique = [...new Set(ids)]
    const found: Doc[] = []
    for (let start = 0; start < unique.length; start += maxPage) {
      const slice = unique.slice(start, start + maxPage)
      found.push(
        ...(await this.find(
          collection,
          { _id: this.command.in(slice) },
          { limit: slice.length, only },
        )),
      )
    }
    return found
  }

  /**
   * Rows of an indexed query, at most `limit` (≤ 100), without the fields of `omit`, or with those of
   * `only` and the id. What a row does not need costs a list as much as what it does.
   */
  async find(
    collection: string,
    filter: Filter,
    options: {
      readonly sort?: Sort
      readonly limit: number
      readonly omit?: readonly string[]
      readonly only?: readonly string[]
    },
  ): Promise<Doc[]> {
    if (options.limit > maxPage) throw new Error(`a page holds at most ${maxPage} rows`)
    let query = this.db.collection(collection).where(guarded(filter))
    for (const [field, direction] of options.sort ?? []) query = query.orderBy(field, direction)
    const named = options.only ?? options.omit
    if (named)
      query = query.field(Object.fromEntries(named.map((path) => [path, named === options.only])))
    const { data } = await query.limit(options.limit).get()
    return docsOf(data)
  }

  /** Rows that any of these filters finds, each by an index of its own. */
  async findAny(collection: string, filters: readonly Filter[], limit: number): Promise<Doc[]> {
    const any = this.command.or(filters.map(guarded))
    const { data } = await this.db.collection(collection).where(any).limit(limit).get()
    return docsOf(data)
  }

  /** The beginning of an aggregation; name a limit, or twenty rows come. */
  pipeline(collection: string, filter: Filter) {
    return this.db.collection(collection).aggregate().match(guarded(filter))
  }

  async count(collection: string, filter: Filter): Promise<number> {
    const { total } = await this.db.collection(collection).where(guarded(filter)).count()
    return total ?? 0
  }

  /** @throws DuplicateId */
  create(collection: string, doc: Doc): Promise<void> {
    return this.createMany(collection, [doc])
  }

  /**
   * New documents, many in one call.
   * @throws DuplicateId when one of them exists; others may have been written
   */
  async createMany(collection: string, docs: readonly Doc[]): Promise<void> {
    await this.requireOpen()
    try {
      await this.addTo(this.db.collection(collection), docs)
    } catch (error) {
      throw translated(error, collection)
    }
  }

  /** Replaces the whole document, or makes it; waits for nobody. */
  async put(collection: string, doc: Doc): Promise<void> {
    await this.requireOpen()
    const { _id, ...rest } = doc
    try {
      await this.db.collection(collection).doc(_id).set(rest)
    } catch (error) {
      throw translated(error, collection)
    }
  }

  /** Sets these fields of a document that exists. */
  async update(
    collection: string,
    id: string,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.requireOpen()
    try {
      await this.db.collection(collection).doc(id).update(fields)
    } catch (error) {
      throw translated(error, collection)
    }
  }

  /** Adds to these numbers of a document and sets the other fields; makes it where there is none. */
  async increase(
    collection: string,
    id: string,
    by: Readonly<Record<string, number>>,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const added = Object.entries(by).map(([name, value]) => [name, this.command.inc(value)])
    const change = { ...fields, ...Object.fromEntries(added) }
    await this.requireOpen()
    const add = async () => (await this.db.collection(collection).doc(id).update(change)).updated
    if (await add()) return
    try {
      await this.create(collection, { _id: id, ...fields, ...by })
    } catch (error) {
      // Another process was first.
      if (!(error instanceof DuplicateId)) throw error
      await add()
    }
  }

  /** Sets these fields of every document that fits; outside transactions. */
  async updateMany(
    collection: string,
    filter: Filter,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.requireOpen()
    try {
      await this.db.collection(collection).where(guarded(filter)).update(fields)
    } catch (error) {
      throw translated(error, collection)
    }
  }

  async remove(collection: string, id: string): Promise<void> {
    await this.requireOpen()
    await this.db.collection(collection).doc(id).remove()
  }

  /**
   * Runs `work` in one transaction and commits it; tries again on a conflict with our own
   * jittered back-off, because the SDK's retries come at once and give up.
   *
   * `work` may run several times: no side effects in it but its own writes.
   * @throws WriteConflict after the last try
   */
  async transact<T>(work: (transaction: Transaction) => Promise<T>, tries = 8): Promise<T> {
    await this.requireOpen()
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transactOnce(work)
      } catch (error) {
        if (!(error instanceof WriteConflict) || attempt >= tries) throw error
        const ceiling = Math.min(1000, 20 * 2 ** attempt)
        await new Promise((resolve) => setTimeout(resolve, ceiling * (0.5 + Math.random() / 2)))
      }
    }
  }

  private async transactOnce<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const open = await this.db.startTransaction()
    let current = ''
    const of = (collection: string) => {
      current = collection
      return open.collection(collection)
    }
    const raw: RawTransaction = {
      get: async (collection, id) => {
        const { data } = await of(collection).doc(id).get()
        return data ? docOf(data) : null
      },
      add: (collection, docs) => this.addTo(of(collection), docs),
      set: async (collection, { _id, ...rest }) => {
        await of(collection).doc(_id).set(rest)
      },
      update: async (collection, id, fields) => {
        await of(collection).doc(id).update(fields)
      },
      remove: async (collection, id) => {
        await of(collection).doc(id).remove()
      },
    }
    try {
      const transaction = new GatheringTransaction(raw)
      const result = await work(transaction)
      await transaction.writeGathered()
      await open.commit()
      return result
    } catch (error) {
      await open.rollback().catch(() => undefined)
      throw translated(error, current)
    }
  }

  private async addTo(
    collection: { add(data: object): Promise<unknown> },
    docs: readonly Doc[],
  ): Promise<void> {
    for (let start = 0; start < docs.length; start += this.addedAtOnce) {
      const slice = docs.slice(start, start + this.addedAtOnce)
      await collection.add(slice.length === 1 ? slice[0]! : slice)
    }
  }
}

/** To the environment that the platform (or the local cloud) names; else to the one it runs in. */
export const connect = (environment: string | null): Cloud =>
  tcb.init({ env: environment ?? tcb.SYMBOL_CURRENT_ENV })

/** The SDK's own reading of who calls; throws on a context that is none. */
export const parseContext = (context: unknown) =>
  tcb.parseContext(context as Parameters<typeof tcb.parseContext>[0])
export type { Cloud }
