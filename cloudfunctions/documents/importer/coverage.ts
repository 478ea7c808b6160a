import type { Source } from './source'
import type { ImportCoverage, Span } from './types'

const taken = 1
const leftOut = 2

const isWord = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** Fewer letters than this between two values are the marks that part them. */
const fewestWords = 4

/** Paints what is accounted for over the text, and gives what is left. */
export class Coverage {
  private readonly paint: Uint8Array

  constructor(private readonly source: Source) {
    this.paint = new Uint8Array(source.folded.length)
  }

  /** Values, and the marks that name and number them. */
  take([from, to]: Span): void {
    this.paint.fill(taken, from, to)
  }

  /** Known, and no task's. What a value holds stays taken. */
  leave([from, to]: Span): void {
    for (let at = from; at < to; at += 1) if (this.paint[at] === 0) this.paint[at] = leftOut
  }

  /** Runs of one colour that hold words. */
  private runs(colour: number, [from, to]: Span): Span[] {
    const found: Span[] = []
    let words = 0
    let start = -1
    let end = from
    const close = (): void => {
      if (start >= 0 && words >= fewestWords) found.push([start, end])
      start = -1
      words = 0
    }
    for (let at = from; at < to; at += 1) {
      if (!isWord(this.source.folded[at])) continue
      if (this.paint[at] !== colour) close()
      else {
        if (start < 0) start = at
        words += 1
        end = at + 1
      }
    }
    close()
    return found
  }

  /** Words between two places that belong to nothing. */
  unread(range: Span): Span[] {
    return this.runs(0, range)
  }

  result(): ImportCoverage {
    const all: Span = [0, this.source.folded.length]
    const unread = this.unread(all)
    let words = 0
    for (let at = 0; at < all[1]; at += 1) if (isWord(this.source.folded[at])) words += 1
    const missed = unread.reduce((sum, [from, to]) => sum + to - from, 0)
    const share = words === 0 ? 1 : Math.max(0, 1 - missed / words)
    return { share, unread, leftOut: this.runs(leftOut, all) }
  }
}
