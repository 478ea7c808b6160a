import { fitOf } from './flat-columns'
import type { Piece } from './flat-head'
import type { Column } from './grid-cells'
import { type Source, compact } from './source'
import type { Span } from './types'

const empty = 1.2
const joint = 0.6

/** Lays the pieces of a row into its columns, in order, so that most of them look like their column. */
export function lay(source: Source, columns: Column[], pieces: Piece[]): Span[] {
  const width = columns.length
  const fits = columns.map(fitOf)
  const words = pieces.map((piece) => compact(source, piece))
  const best: number[][] = pieces.map(() => new Array<number>(width).fill(Number.NEGATIVE_INFINITY))
  const came: number[][] = pieces.map(() => new Array<number>(width).fill(-1))
  pieces.forEach((_, index) => {
    fits.forEach((fit, column) => {
      const own = fit(words[index] ?? '')
      if (index === 0) {
        const row = best[0]
        if (row) row[column] = own - empty * column
        return
      }
      let top = Number.NEGATIVE_INFINITY
      let from = -1
      for (let before = 0; before <= column; before += 1) {
        const held = best[index - 1]?.[before] ?? Number.NEGATIVE_INFINITY
        const step =
          before === column
            ? joinCost(words[index - 1] ?? '', words[index] ?? '')
            : empty * (column - before - 1)
        if (held - step > top) {
          top = held - step
          from = before
        }
      }
      const row = best[index]
      const trace = came[index]
      if (row && trace) {
        row[column] = top + own
        trace[column] = from
      }
    })
  })
  const last = best[pieces.length - 1] ?? []
  let column = 0
  let top = Number.NEGATIVE_INFINITY
  last.forEach((score, index) => {
    const whole = score - empty * (width - 1 - index)
    if (whole > top) {
      top = whole
      column = index
    }
  })
  return spansOf(pieces, came, column, width)
}

/** A cell goes on where a sentence is open or the next item is counted; else it may be the next cell. */
function joinCost(before: string, after: string): number {
  // The first of several items mostly opens a cell, the others go on in it.
  if (/^\(?[1一][)、.]|^①/.test(after)) return /[:]$/.test(before) ? -0.5 : joint * 2
  if (/^\(?[\d一二三四五六七八九十]{1,2}[)、.]|^[①-⑳]/.test(after)) return -0.5
  return /[、,]$/.test(before) ? -0.5 : /[。;]$/.test(before) ? joint : joint * 2
}

function spansOf(pieces: Piece[], came: number[][], end: number, width: number): Span[] {
  const cells: (Span | null)[] = new Array<Span | null>(width).fill(null)
  let column = end
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index]
    if (!piece) continue
    const held = cells[column]
    cells[column] = held ? [piece[0], held[1]] : [piece[0], piece[1]]
    column = came[index]?.[column] ?? column
  }
  let at = pieces[0]?.[0] ?? 0
  return cells.map((cell) => {
    if (!cell) return [at, at]
    at = cell[1]
    return cell
  })
}
