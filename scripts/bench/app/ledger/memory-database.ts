import tcb from '@cloudbase/node-sdk'
import { Database } from '@/cloudfunctions/_stores/database'
import { type Doc, DuplicateId } from '@/cloudfunctions/_stores/document'
import { GatheringTransaction, type Transaction } from '@/cloudfunctions/_stores/transaction'

/** Where the stores write a ledger that nobody else reads meanwhile: by id only, nothing to wait for. */
export class MemoryDatabase extends Database {
  readonly collections = new Map<string, Map<string, Doc>>()

  constructor() {
    // Never asked anything: every method that would ask is answered here.
    super(tcb.init({ env: 'bench', secretId: 'bench', secretKey: 'bench' }))
  }

  override async get(collection: string, id: string): Promise<Doc | null> {
    return this.docs(collection).get(id) ?? null
  }

  override async getMany(collection: string, ids: readonly string[]): Promise<Doc[]> {
    return [...new Set(ids)].flatMap((id) => this.docs(collection).get(id) ?? [])
  }

  override find(collection: string): Promise<never> {
    return Promise.reject(new Error(`${collection}: a ledger is made without queries`))
  }

  override count(collection: string): Promise<never> {
    return this.find(collection)
  }

  override async createMany(collection: string, docs: readonly Doc[]): Promise<void> {
    for (const doc of docs) {
      if (this.docs(collection).has(doc._id)) throw new DuplicateId(collection)
      await this.put(collection, doc)
    }
  }

  override async put(collection: string, doc: Doc): Promise<void> {
    this.docs(collection).set(doc._id, doc)
  }

  override async remove(collection: string, id: string): Promise<void> {
    this.docs(collection).delete(id)
  }

  override async transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = new GatheringTransaction({
      get: (collection, id) => this.get(collection, id),
      add: (collection, docs) => this.createMany(collection, docs),
      set: (collection, doc) => this.put(collection, doc),
      update: async (collection, id, fields) => {
        const doc = await this.get(collection, id)
        if (doc) await this.put(collection, { ...doc, ...fields })
      },
      remove: (collection, id) => this.remove(collection, id),
    })
    const result = await work(transaction)
    await transaction.writeGathered()
    return result
  }

  names(): string[] {
    return [...this.collections.keys()]
  }

  /** What the collection holds, which it holds no more. */
  take(collection: string): Iterable<Doc> {
    const docs = this.docs(collection)
    this.collections.delete(collection)
    return docs.values()
  }

  private docs(collection: string): Map<string, Doc> {
    const known = this.collections.get(collection) ?? new Map<string, Doc>()
    this.collections.set(collection, known)
    return known
  }
}
