import type { VersionedRecord } from '../transaction/versioned-record'

/** Some state of the record that is still kept has this key; which of them is asked when it is read. */
export interface IndexEntry {
  readonly key: readonly unknown[]
  readonly record: VersionedRecord
}

/** Most entries of one block. */
const BLOCK = 512

/** Where an entry is, or would be. */
interface Place {
  block: number
  at: number
}

/** Entries in order, as a list of blocks: binary search, cheap inserts, no balancing. */
export class EntryBlocks {
  private blocks: IndexEntry[][] = []

  /** @param compare total order: 0 only for one and the same entry */
  constructor(private readonly compare: (left: IndexEntry, right: IndexEntry) => number) {}

  /** @param entries all of them, in order */
  replace(entries: readonly IndexEntry[]): void {
    this.blocks = []
    const half = BLOCK / 2
    for (let at = 0; at < entries.length; at += half) this.blocks.push(entries.slice(at, at + half))
  }

  /**
   * The entries at position 0, in order or against it.
   * @param position negative before them, positive after them; never falling along the order
   */
  *between(position: (entry: IndexEntry) => number, reverse: boolean): Generator<IndexEntry> {
    const start = this.first((entry) => position(entry) >= 0)
    const end = this.first((entry) => position(entry) > 0)
    if (reverse) {
      for (let b = Math.min(end.block, this.blocks.length - 1); b >= start.block; b--) {
        const block = this.blocks[b] as IndexEntry[]
        const from = b === start.block ? start.at : 0
        for (let i = (b === end.block ? end.at : block.length) - 1; i >= from; i--)
          yield block[i] as IndexEntry
      }
      return
    }
    for (let b = start.block; b <= end.block && b < this.blocks.length; b++) {
      const block = this.blocks[b] as IndexEntry[]
      const to = b === end.block ? end.at : block.length
      for (let i = b === start.block ? start.at : 0; i < to; i++) yield block[i] as IndexEntry
    }
  }

  insert(entry: IndexEntry): void {
    const place = this.first((other) => this.compare(other, entry) >= 0)
    // What comes after everything goes to the end of the last block.
    const b = Math.min(place.block, this.blocks.length - 1)
    const block = this.blocks[b]
    if (!block) {
      this.blocks.push([entry])
      return
    }
    const at = b === place.block ? place.at : block.length
    // Two states of a record may have one key, and an array the same value twice: once is enough.
    const same = block[at]
    if (same && this.compare(same, entry) === 0) return
    block.splice(at, 0, entry)
    if (block.length > BLOCK) this.blocks.splice(b + 1, 0, block.splice(BLOCK / 2))
  }

  erase(entry: IndexEntry): void {
    const { block: b, at } = this.first((other) => this.compare(other, entry) >= 0)
    const block = this.blocks[b]
    const found = block?.[at]
    if (!block || !found || this.compare(found, entry) !== 0) return
    block.splice(at, 1)
    if (block.length === 0) this.blocks.splice(b, 1)
  }

  /** The first entry that satisfies `reached`, which must stay true once it is; beyond the last block for none. */
  private first(reached: (entry: IndexEntry) => boolean): Place {
    const block = search(this.blocks.length, (b) => {
      const entries = this.blocks[b] as IndexEntry[]
      return reached(entries[entries.length - 1] as IndexEntry)
    })
    const entries = this.blocks[block]
    if (!entries) return { block, at: 0 }
    return { block, at: search(entries.length, (i) => reached(entries[i] as IndexEntry)) }
  }
}

/** The first number below `count` that satisfies `reached`; `count` for none. */
function search(count: number, reached: (i: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (reached(middle)) high = middle
    else low = middle + 1
  }
  return low
}
