import { type Doc, DuplicateId } from './document'

/** Reads and writes of one transaction: by id only, one after the other. */
export interface Transaction {
  get(collection: string, id: string): Promise<Doc | null>
  /**
   * A new document. It is written with the other new ones of its collection just before the
   * commit, in one call; an id or unique key that exists then ends the transaction with
   * `DuplicateId`.
   */
  create(collection: string, doc: Doc): Promise<void>
  /** Replaces the whole document, or makes it. */
  put(collection: string, doc: Doc): Promise<void>
  /** Sets these fields of a document that exists and leaves the others as they are. */
  update(collection: string, id: string, fields: Readonly<Record<string, unknown>>): Promise<void>
  remove(collection: string, id: string): Promise<void>
}

/** Makes the account of somebody new, in the transaction of the first thing they do. */
export type Enter = (transaction: Pick<Transaction, 'create'>) => Promise<void>

/** What the SDK does with one document or collection; `add` takes several documents at once. */
export interface RawTransaction {
  get(collection: string, id: string): Promise<Doc | null>
  add(collection: string, docs: readonly Doc[]): Promise<void>
  set(collection: string, doc: Doc): Promise<void>
  update(collection: string, id: string, fields: object): Promise<void>
  remove(collection: string, id: string): Promise<void>
}

/**
 * Gathers what is new, so that ten new documents of a collection cost one call and not ten, and
 * reads no document twice.
 */
export class GatheringTransaction implements Transaction {
  private readonly gathered = new Map<string, Map<string, Doc>>()
  /** What was read or replaced, by collection and id: nobody else changes it meanwhile. */
  private readonly seen = new Map<string, Doc | null>()

  constructor(private readonly raw: RawTransaction) {}

  async get(collection: string, id: string): Promise<Doc | null> {
    const fresh = this.gathered.get(collection)?.get(id)
    if (fresh) return fresh
    const key = `${collection} ${id}`
    const seen = this.seen.get(key)
    if (seen !== undefined) return seen
    const doc = await this.raw.get(collection, id)
    this.seen.set(key, doc)
    return doc
  }

  async create(collection: string, doc: Doc): Promise<void> {
    const docs = this.gathered.get(collection) ?? new Map<string, Doc>()
    if (docs.has(doc._id)) throw new DuplicateId(collection)
    this.gathered.set(collection, docs.set(doc._id, doc))
  }

  async put(collection: string, doc: Doc): Promise<void> {
    const docs = this.gathered.get(collection)
    if (docs?.has(doc._id)) {
      docs.set(doc._id, doc)
      return
    }
    await this.raw.set(collection, doc)
    this.seen.set(`${collection} ${doc._id}`, doc)
  }

  async update(
    collection: string,
    id: string,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const docs = this.gathered.get(collection)
    const fresh = docs?.get(id)
    if (docs && fresh) {
      docs.set(id, { ...fresh, ...fields })
      return
    }
    await this.raw.update(collection, id, fields)
    this.seen.delete(`${collection} ${id}`)
  }

  async remove(collection: string, id: string): Promise<void> {
    if (this.gathered.get(collection)?.delete(id)) return
    await this.raw.remove(collection, id)
    this.seen.set(`${collection} ${id}`, null)
  }

  /** Everything new, a call for each collection; before the commit. */
  async writeGathered(): Promise<void> {
    for (const [collection, docs] of this.gathered)
      if (docs.size > 0) await this.raw.add(collection, [...docs.values()])
  }
}
