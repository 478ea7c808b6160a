import { encodeEjson } from '../ground/encode-ejson'
import type { Document, DocumentKey } from '../ground/document'
import type { CollectionDefinition, IndexDefinition } from './schema'
import { SortedIndex } from './index/sorted-index'
import { type Version, type VersionedRecord, versionsOf } from './transaction/versioned-record'

const ID_INDEX: IndexDefinition = { name: '_id_', keys: [['_id', 1]], unique: true }

/** Documents from which on indexes are built after the start, or when they are first needed. */
const LARGE = 10_000

/** Key of a document by its `_id`; ids that are neither string nor number are keyed by their EJSON. */
export function documentKey(id: unknown): DocumentKey {
  if (typeof id === 'string' || typeof id === 'number') return id
  return `\u0000${encodeEjson(id)}`
}

/** The documents of one collection with their indexes. It knows nothing of transactions or files. */
export class Collection {
  readonly records = new Map<DocumentKey, VersionedRecord>()
  readonly indexes: readonly SortedIndex[]
  readonly geoFields: ReadonlySet<string>
  /** Unique keys that open transactions are about to take. */
  readonly reservations = new Map<string, VersionedRecord>()
  private ordinal = 0
  private ids: SortedIndex | null = null

  constructor(
    readonly name: string,
    definition: CollectionDefinition | undefined,
  ) {
    const declared = definition?.indexes ?? []
    this.indexes = declared.map((index) => new SortedIndex(index, name))
    this.geoFields = new Set(declared.flatMap((index) => index.geo ?? []))
  }

  /** The index on `_id`, built when something first asks for ids in order. */
  idIndex(): SortedIndex {
    if (!this.ids) {
      this.ids = new SortedIndex(ID_INDEX, this.name)
      this.buildSoon(this.ids)
    }
    return this.ids
  }

  private buildSoon(index: SortedIndex): void {
    if (this.records.size < LARGE) index.rebuild(this.allVersions())
    else index.rebuildLater(() => this.allVersions())
  }

  /** Nobody will need the indexes any more that are not built yet. */
  abandonIndexes(): void {
    for (const index of this.indexes) index.abandon()
    this.ids?.abandon()
  }

  ensureRecord(key: DocumentKey): VersionedRecord {
    let record = this.records.get(key)
    if (!record) {
      record = { key, ordinal: this.ordinal++, newest: null, lock: null }
      this.records.set(key, record)
    }
    return record
  }

  /** Forgets a record that has no state left and that nobody is writing. */
  dropIfEmpty(record: VersionedRecord): void {
    if (record.lock !== null) return
    const { newest } = record
    if (newest === null || (newest.document === null && newest.previous === null))
      this.records.delete(record.key)
  }

  /** @throws CloudError when an index cannot take the document, before anything is written */
  checkIndexable(document: Document): void {
    for (const index of this.indexes) if (index.refusesSome) index.keysOf(document)
  }

  install(record: VersionedRecord, document: Document | null, sequence: number): Version {
    const version: Version = { document, sequence, previous: record.newest, record }
    record.newest = version
    for (const index of this.indexes) index.add(version)
    this.ids?.add(version)
    return version
  }

  /** Takes back the newest state, which must be `version`: its commit could not be made durable. */
  uninstall(version: Version): void {
    version.record.newest = version.previous
    this.unindex(version)
    this.dropIfEmpty(version.record)
  }

  /** Forgets the states before `version`: no reader can see them any more. */
  forgetBefore(version: Version): void {
    const { previous } = version
    version.previous = null
    for (let old = previous; old !== null; old = old.previous) this.unindex(old)
    this.dropIfEmpty(version.record)
  }

  /** Sets a state while loading, without touching indexes; `buildIndexes` follows. */
  load(key: DocumentKey, document: Document | null): void {
    if (document === null) {
      this.records.delete(key)
      return
    }
    const record = this.ensureRecord(key)
    record.newest = { document, sequence: 0, previous: null, record }
  }

  /**
   * After loading. Those of a large collection are proven and built afterwards, in turns.
   * @throws IndexViolated when an index of a small one cannot hold what is stored
   */
  buildIndexes(): void {
    for (const index of this.indexes) this.buildSoon(index)
  }

  /** @throws IndexPending until it can be told whether a key is taken */
  requireUniqueIndexes(): void {
    for (const index of this.indexes) if (index.definition.unique) index.requireEntries()
  }

  private unindex(version: Version): void {
    for (const index of this.indexes) index.remove(version)
    this.ids?.remove(version)
  }

  private *allVersions(): Generator<Version> {
    for (const record of this.records.values()) yield* versionsOf(record)
  }
}
