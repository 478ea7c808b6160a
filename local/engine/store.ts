import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  collectionExists,
  collectionMissing,
  invalidParam,
  requestFailed,
  transactionBusy,
  transactionConflict,
  transactionGone,
} from '../wire/cloud-error'
import { checkUnique } from './check-unique'
import { Collection } from './collection'
import { CommitLog } from './commit-log'
import { lockDirectory } from './directory-lock'
import type { DiskHooks } from './disk-hooks'
import type { Document, DocumentKey } from './document'
import { formatCommit, replayCommit } from './log-operations'
import type { LogOperation } from './log-operations'
import { readLog, readSyncedLength } from './read-log'
import type { Schema } from './schema'
import { Transaction } from './transaction'
import { RecordHeld, reserveUniqueKeys } from './unique-keys'
import { versionAt } from './versioned-record'
import { waitAtMost } from './wait-at-most'
import type { Version, VersionedRecord } from './versioned-record'

/** Collections whose names begin so belong to the local cloud itself; requests cannot reach them. */
export const INTERNAL_PREFIX = '_local_'

export interface StoreOptions {
  /** Data directory; null keeps everything in memory. */
  directory: string | null
  /** With a schema only its collections exist; without one they are created by request. */
  schema: Schema | null
  /** Epoch ms on the local cloud's clock. */
  now: () => number
  /** Real ms that an open transaction lives; CloudBase gives 30 s. */
  transactionLifeMs?: number
  /** Real ms that a plain write waits for a document held by a transaction. */
  lockWaitMs?: number
  report?: (message: string) => void
  /** Makes the disk slow or full, for tests. */
  disk?: DiskHooks | undefined
}

interface Commit {
  sequence: number
  versions: Array<{ collection: Collection; version: Version }>
  created: Collection | null
}

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
  /** Latest clock reading found in the log: the clock must not go behind it. */
  lastCommitAt = 0
  private readonly transactions = new Map<string, Transaction>()
  private sequence = 0
  private durable = 0
  /** Commits whose replaced states may still be needed, oldest first. */
  private recent: Commit[] = []
  private log: CommitLog | null = null
  private unlock: (() => void) | null = null
  private loadedLength = 0

  private constructor(private readonly options: StoreOptions) {}

  /**
   * Opens a data directory, or an empty store in memory.
   * @throws DirectoryInUse | DamagedLog | SchemaError; nothing is left half open
   */
  static open(options: StoreOptions): DocumentStore {
    const store = new DocumentStore(options)
    if (options.directory !== null) store.lockAndLoad(options.directory)
    for (const [name, definition] of options.schema?.collections ?? []) {
      if (!store.collections.has(name))
        store.collections.set(name, new Collection(name, definition))
    }
    try {
      for (const collection of store.collections.values()) {
        collection.buildIndexes()
        checkUnique(collection)
      }
      if (options.directory !== null) store.openLog(options.directory)
    } catch (error) {
      store.unlock?.()
      throw error
    }
    return store
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
    const collection = new Collection(name, undefined)
    this.collections.set(name, collection)
    return this.commitOperations([['c', name]], {
      sequence: ++this.sequence,
      versions: [],
      created: collection,
    })
  }

  get openTransactions(): number {
    return this.transactions.size
  }

  begin(): Transaction {
    const transaction = new Transaction(false)
    this.transactions.set(transaction.id, transaction)
    transaction.timer = setTimeout(
      () => this.abort(transaction),
      this.options.transactionLifeMs ?? 30_000,
    )
    transaction.timer.unref()
    return transaction
  }

  /** @throws CloudError DATABASE_TRANSACTION_FAIL when it has ended or never was */
  transaction(id: unknown): Transaction {
    const transaction = typeof id === 'string' ? this.transactions.get(id) : undefined
    if (!transaction) throw transactionGone()
    return transaction
  }

  /** What a reader sees: the state on disk, or a transaction's snapshot, which its first operation takes. */
  viewFor(transaction: Transaction | null): View {
    if (!transaction) return { sequence: this.durable, transaction: null }
    transaction.snapshot ??= this.durable
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
   * @throws CloudError DATABASE_TRANSACTION_CONFLICT, which also aborts; DuplicateKey; RecordHeld for plain writes
   */
  put(
    transaction: Transaction,
    collection: Collection,
    key: DocumentKey,
    document: Document | null,
  ): void {
    this.viewFor(transaction)
    const record = collection.ensureRecord(key)
    try {
      if (document !== null) collection.checkIndexable(document)
      this.takeLock(transaction, record)
      const pending = transaction.writes.get(record)
      if (pending) pending.document = document
      else transaction.writes.set(record, { collection, document })
      if (document !== null) reserveUniqueKeys(transaction, collection, record, document)
    } catch (error) {
      if (transaction.plain) throw error
      this.abort(transaction)
      throw error instanceof RecordHeld ? transactionConflict() : error
    }
  }

  private takeLock(transaction: Transaction, record: VersionedRecord): void {
    if (record.lock === transaction) return
    if (record.lock !== null) throw new RecordHeld(record)
    if (record.newest && record.newest.sequence > (transaction.snapshot ?? 0))
      throw new RecordHeld(record)
    record.lock = transaction
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

  /** Makes the writes visible to later writers at once, to readers when they are on disk; settles then. */
  commit(transaction: Transaction): Promise<void> {
    this.transactions.delete(transaction.id)
    const commit: Commit = { sequence: this.sequence + 1, versions: [], created: null }
    const operations: LogOperation[] = []
    for (const [record, { collection, document }] of transaction.writes) {
      if (document === null && (record.newest?.document ?? null) === null) continue
      if (commit.versions.length === 0) this.sequence += 1
      const version = collection.install(record, document, this.sequence)
      commit.versions.push({ collection, version })
      operations.push(
        document ? ['p', collection.name, document] : ['d', collection.name, record.key],
      )
    }
    transaction.finish('committed')
    for (const [record, { collection }] of transaction.writes) collection.dropIfEmpty(record)
    if (operations.length === 0) {
      this.prune()
      return Promise.resolve()
    }
    return this.commitOperations(operations, commit)
  }

  abort(transaction: Transaction): void {
    if (transaction.state !== 'open') return
    this.transactions.delete(transaction.id)
    transaction.finish('aborted')
    for (const [record, { collection }] of transaction.writes) collection.dropIfEmpty(record)
    this.prune()
  }

  /** Aborts what is open, waits for the log and gives the directory back. */
  async close(): Promise<void> {
    for (const transaction of [...this.transactions.values()]) this.abort(transaction)
    await this.log?.close()
    this.unlock?.()
  }

  private commitOperations(operations: LogOperation[], commit: Commit): Promise<void> {
    this.recent.push(commit)
    if (!this.log) {
      this.durable = commit.sequence
      this.prune()
      return Promise.resolve()
    }
    return this.log
      .append(formatCommit(commit.sequence, this.options.now(), operations))
      .catch((error: Error) => {
        throw requestFailed(`the write could not be stored: ${error.message}`)
      })
  }

  /** Lines become durable in the order of their commits, which is the order of `recent`. */
  private markDurable(lines: number): void {
    const first = this.recent.findIndex((commit) => commit.sequence > this.durable)
    const last = this.recent[first + lines - 1]
    if (last) this.durable = last.sequence
    this.prune()
  }

  private undoUndurable(): void {
    for (
      let commit = this.recent.at(-1);
      commit && commit.sequence > this.durable;
      commit = this.recent.at(-1)
    ) {
      for (const { collection, version } of [...commit.versions].reverse())
        collection.uninstall(version)
      if (commit.created) this.collections.delete(commit.created.name)
      this.recent.pop()
    }
    this.options.report?.('a write could not be stored and was taken back')
  }

  private prune(): void {
    let horizon = this.durable
    for (const { snapshot } of this.transactions.values())
      if (snapshot !== null && snapshot < horizon) horizon = snapshot
    let done = 0
    while (done < this.recent.length) {
      const commit = this.recent[done] as Commit
      if (commit.sequence > horizon) break
      for (const { collection, version } of commit.versions) collection.forgetBefore(version)
      done += 1
    }
    if (done > 0) this.recent.splice(0, done)
  }

  private lockAndLoad(directory: string): void {
    mkdirSync(directory, { recursive: true })
    this.unlock = lockDirectory(directory)
    try {
      const { file, syncedFile } = logFiles(directory)
      const { length, torn } = readLog(file, readSyncedLength(syncedFile), (json) =>
        this.replay(json),
      )
      if (torn > 0)
        this.options.report?.(`cut ${torn} bytes of an unfinished write at the end of the log`)
      this.durable = this.sequence
      this.loadedLength = length
    } catch (error) {
      this.unlock()
      throw error
    }
  }

  private replay(json: string): void {
    const { sequence, at } = replayCommit(json, this.collections, this.options.schema)
    this.sequence = sequence
    this.lastCommitAt = Math.max(this.lastCommitAt, at)
  }

  private openLog(directory: string): void {
    this.log = new CommitLog({
      ...logFiles(directory),
      length: this.loadedLength,
      onDurable: (lines) => this.markDurable(lines),
      onFailed: () => this.undoUndurable(),
      disk: this.options.disk,
    })
  }
}

const logFiles = (directory: string) => ({
  file: join(directory, 'commits.log'),
  syncedFile: join(directory, 'commits.synced'),
})
