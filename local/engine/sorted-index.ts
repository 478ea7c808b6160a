import { checkUnique } from './check-unique'
import { collectEntries } from './collect-entries'
import { compareValues } from './compare-values'
import type { Document } from './document'
import { EntryBlocks } from './entry-blocks'
import type { IndexEntry } from './entry-blocks'
import { geoKeys } from './geo-keys'
import { indexKeys, plainKey } from './index-keys'
import { IndexPending } from './index-pending'
import { IndexViolated } from './index-violated'
import { rangePosition } from './index-interval'
import type { Interval } from './index-interval'
import type { IndexDefinition } from './schema'
import { atOnce, inTurns, STEP } from './slices'
import type { Steps } from './slices'
import { eachOnce, sortEntries } from './sort-entries'
import type { Version } from './versioned-record'

/** An index whose entries are made after the start, while documents change. */
interface Late {
  versions: () => Iterable<Version>
  /** What has changed since the making began; null before that. */
  changes: Array<{ version: Version; gone: boolean }> | null
  made: Promise<void> | null
  abandoned: boolean
}

/**
 * Ordered entries of one declared index over every version that a reader may still see.
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

  add(version: Version): void {
    if (this.late) this.late.changes?.push({ version, gone: false })
    else this.change(version, false)
  }

  remove(version: Version): void {
    if (this.late) this.late.changes?.push({ version, gone: true })
    else this.change(version, true)
  }

  private change(version: Version, gone: boolean): void {
    if (version.document === null) return
    for (const key of this.keysOf(version.document))
      if (gone) this.entries.erase({ key, version })
      else this.entries.insert({ key, version })
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
      this.change(version, gone)
    }
    this.late = null
  }

  private *entriesOf(versions: Iterable<Version>): Steps<IndexEntry[]> {
    const { definition } = this
    const compare = (left: IndexEntry, right: IndexEntry) => this.compareEntries(left, right)
    const unsorted = yield* collectEntries(versions, definition, (document) =>
      this.keysOfStored(document),
    )
    const sorted = yield* sortEntries(unsorted, definition.keys, compare)
    if (definition.unique) yield* checkUnique(this.collection, definition.name, sorted)
    // Only an array gives one document several entries, and perhaps the same one twice.
    return this.arrays.some(Boolean) ? yield* eachOnce(sorted, compare) : sorted
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
    const ordinals = left.version.record.ordinal - right.version.record.ordinal
    return ordinals !== 0 ? ordinals : left.version.sequence - right.version.sequence
  }
}
