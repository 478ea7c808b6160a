import { checkUnique } from './check-unique'
import { collectEntries } from './collect-entries'
import { compareValues } from '../../ground/compare-values'
import type { Document } from '../../ground/document'
import { EntryBlocks } from '../log/entry-blocks'
import type { IndexEntry } from '../log/entry-blocks'
import { geoKeys } from './geo-keys'
import { indexKeys, keysOfList, plainKey } from './index-keys'
import { type Key, sameKey, without } from './key-lists'
import { IndexPending } from './index-pending'
import { IndexViolated } from './index-violated'
import { rangePosition } from './index-interval'
import type { Interval } from './index-interval'
import type { IndexDefinition } from '../schema'
import { atOnce, inTurns, STEP } from './slices'
import type { Steps } from './slices'
import { eachOnce, sortEntries } from './sort-entries'
import { type Version, versionAt, versionsOf } from '../transaction/versioned-record'

/** An index whose entries are made after the start, while documents change. */
interface Late {
  versions: () => Iterable<Version>
  /** What has changed since the making began; null before that. */
  changes: Array<{ version: Version; gone: boolean }> | null
  made: Promise<void> | null
  abandoned: boolean
}

/**
 * Ordered entries of one declared index over every version that a reader may still see. What two states of a
 * document have in common stands there once: most changes leave most keys as they are, and cost nothing here.
 */
export class SortedIndex {
  private readonly entries = new EntryBlocks((left, right) => this.compareEntries(left, right))
  private readonly arrays: boolean[]
  private readonly levels = new Set<number>()
  private readonly paths: ReadonlyArray<readonly string[]>
  /** Null when the entries are there. */
  private late: Late | null = null
  /** Whether there are documents that it cannot take; a single plain field takes any. */
  readonly refusesSome: boolean

  constructor(
    readonly definition: IndexDefinition,
    private readonly collection: string,
  ) {
    const { keys, geo } = definition
    this.refusesSome =
      keys.length > 1 || geo !== undefined || keys.some(([path]) => /\.\d+(\.|$)/.test(path))
    this.arrays = definition.keys.map(() => false)
    this.paths = definition.keys.map(([path]) => path.split('.'))
  }

  /**
   * Per key: whether any document ever had an array under it, which loosens what a scan may promise.
   * @throws IndexPending
   */
  get multikey(): readonly boolean[] {
    this.requireEntries()
    return this.arrays
  }

  get isMultikey(): boolean {
    return this.multikey.some(Boolean)
  }

  /**
   * Geo indexes: levels of the quadtree at which some cell of a document stands, or stood.
   * @throws IndexPending
   */
  get cellLevels(): ReadonlySet<number> {
    this.requireEntries()
    return this.levels
  }

  /**
   * Keys of a document; none when this is a geo index and the document has no place.
   * @throws CloudError when two fields of a compound index are arrays, or a geometry is malformed, as MongoDB refuses
   */
  keysOf(document: Document): unknown[][] {
    if (this.definition.geo) return this.geoKeysOf(document, this.definition.geo)
    const plain = plainKey(document, this.paths)
    if (plain) return [plain]
    const listed = keysOfList(document, this.paths)
    if (listed) {
      this.arrays[listed.place] = true
      return listed.tuples
    }
    const { tuples, arrays } = indexKeys(document, this.paths)
    for (const position of arrays) this.arrays[position] = true
    return tuples
  }

  private geoKeysOf(document: Document, geo: readonly string[]): unknown[][] {
    const cells = geo.map((path) => geoKeys(document, path, this.levels))
    if (cells.every((keys) => keys.length === 0)) return []
    const others = this.definition.keys.filter(([path]) => !geo.includes(path))
    let tuples = indexKeys(
      document,
      others.map(([path]) => path.split('.')),
    ).tuples
    this.definition.keys.forEach(([path], position) => {
      const place = geo.indexOf(path)
      if (place < 0) return
      const keys = cells[place]?.length ? cells[place] : [null]
      tuples = tuples.flatMap((tuple) =>
        keys.map((key) => [...tuple.slice(0, position), key, ...tuple.slice(position)]),
      )
    })
    return tuples
  }

  /** @throws IndexViolated when the index cannot take a document that is stored: it was declared afterwards */
  private keysOfStored(document: Document): unknown[][] {
    try {
      return this.keysOf(document)
    } catch (error) {
      const { name } = this.definition
      throw new IndexViolated(this.collection, name, (error as Error).message, [document._id])
    }
  }

  private keysOfVersion(version: Version | null): unknown[][] {
    return version === null || version.document === null ? [] : this.keysOf(version.document)
  }

  /** A state that has become the newest one of its record. */
  add(version: Version): void {
    if (this.late) this.late.changes?.push({ version, gone: false })
    else this.insert(version, this.keysOfVersion(version.previous))
  }

  /** A state that is no longer among those of its record. */
  remove(version: Version): void {
    if (this.late) this.late.changes?.push({ version, gone: true })
    else this.erase(version)
  }

  /** @param there keys that are known to stand here for its record */
  private insert(version: Version, there: readonly Key[]): void {
    const { record } = version
    for (const key of without(this.keysOfVersion(version), there))
      this.entries.insert({ key, record })
  }

  private erase(version: Version): void {
    const { record } = version
    let gone: readonly Key[] = this.keysOfVersion(version)
    for (const kept of versionsOf(record)) gone = without(gone, this.keysOfVersion(kept))
    for (const key of gone) this.entries.erase({ key, record })
  }

  /** Whether this state of a document has the key. */
  holds(version: Version | null, key: Key): boolean {
    return this.keysOfVersion(version).some((own) => sameKey(own, key))
  }

  /** The document that a reader at `sequence` sees under the entry; null when it has another key there, or is gone. */
  seenUnder({ key, record }: IndexEntry, sequence: number): Document | null {
    const version = versionAt(record, sequence)
    if (version === null) return null
    const isOnly = version === record.newest && version.previous === null
    return isOnly || this.holds(version, key) ? version.document : null
  }

  /**
   * Replaces all entries; sorting once is much faster than inserting one by one.
   * @throws IndexViolated when it cannot hold what is stored
   */
  rebuild(versions: Iterable<Version>): void {
    this.entries.replace(atOnce(this.entriesOf(versions)))
  }

  /** As `rebuild`, but by `build`, from the versions as they are by then. */
  rebuildLater(versions: () => Iterable<Version>): void {
    this.late = { versions, changes: null, made: null, abandoned: false }
  }

  /** Settles when the entries are there; makes them, with requests in between, if that was put off. */
  async build(): Promise<void> {
    const { late } = this
    if (!late) return
    late.made ??= inTurns(this.makeEntries(late), () => late.abandoned)
    await late.made
  }

  /**
   * Settles when it is known to take every document: what can be wrong with it needs its entries, or a look at each.
   * @throws IndexViolated
   */
  async prove(): Promise<void> {
    const { late, definition } = this
    if (definition.unique || definition.geo) await this.build()
    else if (late && this.refusesSome)
      await inTurns(this.lookAtEach(late.versions()), () => late.abandoned)
  }

  private *lookAtEach(versions: Iterable<Version>): Steps<void> {
    let seen = 0
    for (const { document } of versions) {
      if (++seen % STEP === 0) yield
      if (document !== null) this.keysOfStored(document)
    }
  }

  /** Nobody will need it any more. */
  abandon(): void {
    if (this.late) this.late.abandoned = true
  }

  private *makeEntries(late: Late): Steps<void> {
    const changes: NonNullable<Late['changes']> = []
    late.changes = changes
    this.entries.replace(yield* this.entriesOf(late.versions()))
    // An entry of what has changed meanwhile may have been made or not: putting it twice puts it once.
    for (let i = 0; i < changes.length; i++) {
      if (i % STEP === STEP - 1) yield
      const { version, gone } = changes[i] as (typeof changes)[0]
      if (gone) this.erase(version)
      else this.insert(version, [])
    }
    this.late = null
  }

  private *entriesOf(versions: Iterable<Version>): Steps<IndexEntry[]> {
    const { definition } = this
    const compare = (left: IndexEntry, right: IndexEntry) => this.compareEntries(left, right)
    let isOnlyState = true
    const watched = function* () {
      for (const version of versions) {
        isOnlyState &&= version.record.newest === version
        yield version
      }
    }
    const unsorted = yield* collectEntries(watched(), definition, (document) =>
      this.keysOfStored(document),
    )
    const sorted = yield* sortEntries(unsorted, definition.keys, compare)
    if (definition.unique) yield* checkUnique(this.collection, definition.name, sorted)
    // Only an array or an older state gives one document several entries, and perhaps the same one twice.
    const isOnce = isOnlyState && !this.arrays.some(Boolean)
    return isOnce ? sorted : yield* eachOnce(sorted, compare)
  }

  /** @throws IndexPending */
  requireEntries(): void {
    if (this.late) throw new IndexPending(() => this.build())
  }

  /**
   * Entries inside the interval in index order, or against it. The index must not change meanwhile.
   * @throws IndexPending
   */
  scan(interval: Interval, reverse = false): Generator<IndexEntry> {
    this.requireEntries()
    return this.entries.between(({ key }) => this.position(key, interval), reverse)
  }

  private position(key: readonly unknown[], interval: Interval): number {
    const { keys } = this.definition
    for (let i = 0; i < interval.equal.length; i++) {
      const order = compareValues(key[i], interval.equal[i])
      if (order !== 0) return order * (keys[i] as readonly [string, number])[1]
    }
    if (!interval.range) return 0
    const next = interval.equal.length
    const direction = (keys[next] as readonly [string, number])[1]
    return rangePosition(key[next], interval.range) * direction
  }

  private compareEntries(left: IndexEntry, right: IndexEntry): number {
    const { keys } = this.definition
    for (let i = 0; i < keys.length; i++) {
      const order = compareValues(left.key[i], right.key[i])
      if (order !== 0) return order * (keys[i] as readonly [string, number])[1]
    }
    return left.record.ordinal - right.record.ordinal
  }
}
