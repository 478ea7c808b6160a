import { collectEntries, sortEntries } from './build-entries'
import { compareValues } from './compare-values'
import type { Document } from './document'
import { geoKeys } from './geo-keys'
import { indexKeys, plainKey } from './index-keys'
import { rangePosition } from './index-interval'
import type { Interval } from './index-interval'
import type { IndexDefinition } from './schema'
import type { Version } from './versioned-record'

export interface IndexEntry {
  readonly key: readonly unknown[]
  readonly version: Version
}

const BLOCK = 512

/**
 * Ordered entries of one declared index over every version that a reader may still see.
 * A list of blocks: binary search, cheap inserts, no balancing.
 */
export class SortedIndex {
  private blocks: IndexEntry[][] = []
  private readonly arrays: boolean[]
  private readonly levels = new Set<number>()
  private readonly paths: ReadonlyArray<readonly string[]>
  /** What the entries are to be made from, while that is put off. */
  private source: (() => Iterable<Version>) | null = null

  constructor(readonly definition: IndexDefinition) {
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

  add(version: Version): void {
    if (version.document === null || this.source) return
    for (const key of this.keysOf(version.document)) this.insert({ key, version })
  }

  remove(version: Version): void {
    if (version.document === null || this.source) return
    for (const key of this.keysOf(version.document)) this.erase({ key, version })
  }

  /**
   * As `rebuild`, but when the entries are first needed, from the versions as they are by then.
   * @throws CloudError at once when a document cannot be indexed
   */
  rebuildLater(versions: () => Iterable<Version>): void {
    // A single key takes any document; of several, two may be arrays.
    if (this.definition.keys.length > 1)
      for (const { document } of versions()) if (document !== null) this.keysOf(document)
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
    const entries = sortEntries(
      collectEntries(versions, this.definition, (document) => this.keysOf(document)),
      keys,
      (left, right) => this.compareEntries(left, right),
    )
    this.blocks = []
    const half = BLOCK / 2
    for (let at = 0; at < entries.length; at += half) this.blocks.push(entries.slice(at, at + half))
  }

  /** Entries inside the interval in index order, or against it. The index must not change meanwhile. */
  *scan(interval: Interval, reverse = false): Generator<IndexEntry> {
    this.build()
    const inside = (entry: IndexEntry) => this.position(entry.key, interval)
    if (!reverse) {
      for (let b = this.firstBlock((entry) => inside(entry) >= 0); b < this.blocks.length; b++) {
        for (const entry of this.blocks[b] as IndexEntry[]) {
          const at = inside(entry)
          if (at > 0) return
          if (at === 0) yield entry
        }
      }
      return
    }
    const end = this.firstBlock((entry) => inside(entry) > 0)
    for (let b = Math.min(end, this.blocks.length - 1); b >= 0; b--) {
      const block = this.blocks[b] as IndexEntry[]
      for (let i = block.length - 1; i >= 0; i--) {
        const entry = block[i] as IndexEntry
        const at = inside(entry)
        if (at < 0) return
        if (at === 0) yield entry
      }
    }
  }

  /** Index of the first block whose last entry satisfies `reached`, which must be monotone. */
  private firstBlock(reached: (entry: IndexEntry) => boolean): number {
    let low = 0
    let high = this.blocks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const block = this.blocks[middle] as IndexEntry[]
      if (reached(block[block.length - 1] as IndexEntry)) high = middle
      else low = middle + 1
    }
    return low
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

  private insert(entry: IndexEntry): void {
    const b = this.firstBlock((other) => this.compareEntries(other, entry) >= 0)
    const block = this.blocks[b] ?? this.blocks[this.blocks.length - 1]
    if (!block) {
      this.blocks.push([entry])
      return
    }
    const at = this.placeIn(block, entry)
    // An array with the same value twice gives the same entry twice: once is enough.
    const same = block[at]
    if (same && this.compareEntries(same, entry) === 0) return
    block.splice(at, 0, entry)
    if (block.length > BLOCK) {
      this.blocks.splice(this.blocks.indexOf(block) + 1, 0, block.splice(BLOCK / 2))
    }
  }

  private erase(entry: IndexEntry): void {
    const b = this.firstBlock((other) => this.compareEntries(other, entry) >= 0)
    const block = this.blocks[b]
    if (!block) return
    const at = this.placeIn(block, entry)
    const found = block[at]
    if (!found || this.compareEntries(found, entry) !== 0) return
    block.splice(at, 1)
    if (block.length === 0) this.blocks.splice(b, 1)
  }

  private placeIn(block: IndexEntry[], entry: IndexEntry): number {
    let low = 0
    let high = block.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.compareEntries(block[middle] as IndexEntry, entry) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
