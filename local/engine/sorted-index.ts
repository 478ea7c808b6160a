import { collectEntries, sortEntries } from './build-entries'
import { compareValues } from './compare-values'
import type { Document } from './document'
import { EntryBlocks } from './entry-blocks'
import type { IndexEntry } from './entry-blocks'
import { geoKeys } from './geo-keys'
import { IndexViolated } from './index-violated'
import { indexKeys, plainKey } from './index-keys'
import { rangePosition } from './index-interval'
import type { Interval } from './index-interval'
import type { IndexDefinition } from './schema'
import type { Version } from './versioned-record'

/**
 * Ordered entries of one declared index over every version that a reader may still see.
 */
export class SortedIndex {
  private readonly entries = new EntryBlocks((left, right) => this.compareEntries(left, right))
  private readonly arrays: boolean[]
  private readonly levels = new Set<number>()
  private readonly paths: ReadonlyArray<readonly string[]>
  /** What the entries are to be made from, while that is put off. */
  private source: (() => Iterable<Version>) | null = null
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

  /** Per key: whether any document ever had an array under it, which loosens what a scan may promise. */
  get multikey(): readonly boolean[] {
    this.build()
    return this.arrays
  }

  get isMultikey(): boolean {
    return this.multikey.some(Boolean)
  }

  /** Geo indexes: levels of the quadtree at which some cell of a document stands, or stood. */
  get cellLevels(): ReadonlySet<number> {
    this.build()
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
    if (version.document === null || this.source) return
    for (const key of this.keysOf(version.document)) this.entries.insert({ key, version })
  }

  remove(version: Version): void {
    if (version.document === null || this.source) return
    for (const key of this.keysOf(version.document)) this.entries.erase({ key, version })
  }

  /**
   * As `rebuild`, but when the entries are first needed, from the versions as they are by then.
   * @throws IndexViolated at once when it cannot take a document
   */
  rebuildLater(versions: () => Iterable<Version>): void {
    if (this.refusesSome)
      for (const { document } of versions()) if (document !== null) this.keysOfStored(document)
    this.source = versions
  }

  /** Makes the entries if that was put off. @returns whether it was */
  build(): boolean {
    const { source } = this
    if (!source) return false
    this.source = null
    this.rebuild(source())
    return true
  }

  /** Replaces all entries; sorting once is much faster than inserting one by one. */
  rebuild(versions: Iterable<Version>): void {
    const { keys } = this.definition
    const compare = (left: IndexEntry, right: IndexEntry) => this.compareEntries(left, right)
    const unsorted = collectEntries(versions, this.definition, (document) =>
      this.keysOfStored(document),
    )
    this.entries.replace(sortEntries(unsorted, keys, compare))
  }

  /** Entries inside the interval in index order, or against it. The index must not change meanwhile. */
  scan(interval: Interval, reverse = false): Generator<IndexEntry> {
    this.build()
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
