import { setImmediate } from 'node:timers/promises'
import {
  collectionExists,
  collectionMissing,
  invalidParam,
  requestFailed,
  transactionBusy,
  transactionConflict,
  transactionGone,
} from '../ground/cloud-error'
import { buildIndexes, proveIndexes } from './index/build-indexes'
import { ChangeListeners } from './change-listeners'
import type { ChangeListener } from './change-listeners'
import { Collection } from './collection'
import type { Document, DocumentKey } from '../ground/document'
import { DurableCommits } from './log/durable-commits'
import { IndexPending } from './index/index-pending'
import { formatCommit } from './log/log-operations'
import { completeCollections, openDirectory } from './log/open-directory'
import { OpenTransactions } from './transaction/open-transactions'
import type { StoreOptions } from './store-options'
import { Transaction } from './transaction/transaction'
import { effectiveWrites, operationOf, putDocument } from './transaction/transaction-writes'
import { RecordHeld } from './index/unique-keys'
import { versionAt } from './transaction/versioned-record'
import type { VersionedRecord } from './transaction/versioned-record'
import { waitAtMost } from './wait-at-most'

/** Collections whose names begin so belong to the local cloud itself; requests cannot reach them. */
export const INTERNAL_PREFIX = '_local_'

const COMPACT_AFTER_BYTES = 8 * 1024 * 1024

/** Reads at `sequence`, plus the transaction's own writes. */
export interface View {
  sequence: number
  transaction: Transaction | null
}

/**
 * Documents in versions, transactions with snapshot isolation, and the commit log.
 * Readers see only what is on disk; writers see the newest state. The first writer of a document wins.
 */
export class DocumentStore {
  readonly collections = new Map<string, Collection>()
  private readonly transactions: OpenTransactions
  private sequence = 0
  private readonly commits: DurableCommits
  private unlock: (() => void) | null = null
  private proven: Promise<void> = Promise.resolve()
  private indexed: Promise<void> = Promise.resolve()
  private readonly listeners: ChangeListeners

  private constructor(private readonly options: StoreOptions) {
    const report = (message: string) => options.report?.(message)
    this.listeners = new ChangeListeners(report)
    this.transactions = new OpenTransactions(options.transactionLifeMs ?? 30_000, (transaction) =>
      this.abort(transaction),
    )
    this.commits = new DurableCommits({
      disk: options.disk,
      sync: options.sync ?? true,
      compactAfterBytes: options.compactAfterBytes ?? COMPACT_AFTER_BYTES,
      collections: this.collections,
      onUncreated: ({ name }) => this.collections.delete(name),
      onVisible: (commit) => this.listeners.announce(commit),
      report,
    })
  }

  /**
   * Opens a data directory, or an empty store in memory. Of large collections `whenProven` says the rest.
   * @throws DirectoryInUse | DamagedLog | IndexViolated; nothing is left half open, nothing stored is changed
   */
  static open(options: StoreOptions): DocumentStore {
    const store = new DocumentStore(options)
    const { directory, schema } = options
    if (directory === null) {
      completeCollections(store.collections, schema)
    } else {
      const opened = openDirectory(directory, store.collections, store.commits, options)
      store.sequence = opened.sequence
      store.unlock = opened.unlock
      store.proven = setImmediate().then(() => proveIndexes(store.collections))
      store.indexed = store.proven.then(() => buildIndexes(store.collections))
      // Whoever waits hears of what fails; a store that nobody waits for must not end the process.
      store.indexed.catch(() => undefined)
    }
    return store
  }

  /** Latest clock reading of any commit, epoch ms: the clock must not go behind it. */
  get lastCommitAt(): number {
    return this.commits.lastCommitAt
  }

  /** Epoch ms on the local cloud's clock. */
  now(): number {
    return this.options.now()
  }

  /** @throws CloudError DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): Collection {
    const collection = name.startsWith(INTERNAL_PREFIX) ? undefined : this.collections.get(name)
    if (!collection) throw collectionMissing(name)
    return collection
  }

  /** A collection of the local cloud itself. */
  internal(name: string): Collection {
    const full = INTERNAL_PREFIX + name
    let collection = this.collections.get(full)
    if (!collection) {
      collection = new Collection(full, undefined)
      this.collections.set(full, collection)
    }
    return collection
  }

  /** @throws CloudError when it exists, or when a schema is in force that does not name it */
  createCollection(name: string): Promise<void> {
    if (name.startsWith(INTERNAL_PREFIX))
      throw invalidParam(`collection names may not begin with ${INTERNAL_PREFIX}`)
    if (this.collections.has(name)) throw collectionExists(name)
    if (this.options.schema) throw requestFailed(`collection ${name} is not in the schema`)
    const created = new Collection(name, undefined)
    const at = this.options.now()
    const json = formatCommit(++this.sequence, at, [['c', name]])
    this.collections.set(name, created)
    return this.commits.add({ sequence: this.sequence, versions: [], created }, at, json)
  }

  get openTransactions(): number {
    return this.transactions.size
  }

  begin(): Transaction {
    return this.transactions.begin()
  }

  /** @throws CloudError DATABASE_TRANSACTION_FAIL when it has ended or never was */
  transaction(id: unknown): Transaction {
    return this.transactions.get(id)
  }

  /** What a reader sees: the state on disk, or a transaction's snapshot, which its first operation takes. */
  viewFor(transaction: Transaction | null): View {
    if (!transaction) return { sequence: this.commits.durable, transaction: null }
    if (transaction.snapshot === null) {
      transaction.pin = this.commits.pin()
      transaction.snapshot = transaction.pin.sequence
    }
    return { sequence: transaction.snapshot, transaction }
  }

  /** The document as the view sees it; null when absent. */
  visible(record: VersionedRecord, view: View): Document | null {
    const own = view.transaction?.writes.get(record)
    if (own) return own.document
    return versionAt(record, view.sequence)?.document ?? null
  }

  /**
   * Writes one document (null removes it) inside a transaction.
   * @throws CloudError DATABASE_TRANSACTION_CONFLICT, which also aborts; DuplicateKey; RecordHeld for plain writes;
   *   IndexPending before anything has happened
   */
  put(
    transaction: Transaction,
    collection: Collection,
    key: DocumentKey,
    document: Document | null,
  ): void {
    this.viewFor(transaction)
    try {
      putDocument(transaction, collection, key, document)
    } catch (error) {
      if (transaction.plain || error instanceof IndexPending) throw error
      this.abort(transaction)
      throw error instanceof RecordHeld ? transactionConflict() : error
    }
  }

  /**
   * Runs a plain write as one atomic commit; waits a moment when an open transaction holds a document it needs.
   * @throws CloudError of `work`, or TransactionBusy after the wait
   */
  async write<T>(work: (transaction: Transaction) => T): Promise<T> {
    const deadline = Date.now() + (this.options.lockWaitMs ?? 5_000)
    for (;;) {
      const transaction = new Transaction(true)
      try {
        const result = work(transaction)
        await this.commit(transaction)
        return result
      } catch (error) {
        if (transaction.state === 'open') this.abort(transaction)
        if (!(error instanceof RecordHeld)) throw error
        const left = deadline - Date.now()
        if (left <= 0) throw transactionBusy()
        await waitAtMost(error.record.lock?.released ?? Promise.resolve(), left)
      }
    }
  }

  /**
   * Makes the writes visible to later writers at once, to readers when they are on disk; settles then.
   * @throws CloudError DATABASE_TRANSACTION_FAIL when it has ended; DATABASE_REQUEST_FAILED when it cannot be stored
   */
  async commit(transaction: Transaction): Promise<void> {
    if (transaction.state !== 'open') throw transactionGone()
    const sequence = this.sequence + 1
    const at = this.options.now()
    const writes = effectiveWrites(transaction)
    let json: string | null = null
    try {
      // Before anything is installed: a commit too large for one line must leave no trace.
      if (writes.length > 0) json = formatCommit(sequence, at, writes.map(operationOf))
    } catch (error) {
      this.end(transaction, 'aborted')
      throw requestFailed(`the write is too large to be stored: ${(error as Error).message}`)
    }
    const versions = writes.map(([record, { collection, document }]) => ({
      collection,
      version: collection.install(record, document, sequence),
    }))
    this.end(transaction, 'committed')
    if (json === null) return
    this.sequence = sequence
    await this.commits.add({ sequence, versions, created: null }, at, json)
  }

  /** Settles when readers see every write until now. */
  settled(): Promise<void> {
    return this.commits.settled()
  }

  abort(transaction: Transaction): void {
    if (transaction.state === 'open') this.end(transaction, 'aborted')
  }

  private end(transaction: Transaction, state: 'committed' | 'aborted'): void {
    this.transactions.remove(transaction)
    transaction.finish(state)
    if (transaction.pin) this.commits.unpin(transaction.pin)
    for (const [record, { collection }] of transaction.writes) collection.dropIfEmpty(record)
  }

  /**
   * Tells `listener` of every document that changes, when readers see the change.
   * @returns ends it
   */
  subscribe(listener: ChangeListener): () => void {
    return this.listeners.add(listener)
  }

  /** Replaces the logs by a snapshot now, while requests go on. */
  compact(): Promise<void> {
    return this.commits.compact()
  }

  /**
   * Settles when every index is known to hold what is stored; that of large collections is looked at in turns.
   * @throws IndexViolated; nothing stored is changed if nothing has been written by then
   */
  whenProven(): Promise<void> {
    return this.proven
  }

  /** Settles when every index is built: large ones are built after the start, or when first needed. */
  whenIndexed(): Promise<void> {
    return this.indexed
  }

  /** Aborts what is open, waits for the disk and gives the directory back. */
  async close(): Promise<void> {
    for (const collection of this.collections.values()) collection.abandonIndexes()
    this.transactions.abortAll()
    await this.commits.close()
    this.unlock?.()
  }
}
