import { type Cell, cellsOf } from './grid-cells'
import { align, mergeSubHead } from './grid-columns'
import { headAt } from './grid-head'
import { readFlat } from './grid-flat'
import type { Grid } from './grid-model'
import { rowsOf } from './grid-rows'
import { readSeparated } from './grid-separated'
import type { Source } from './source'

function readCells(source: Source, cells: Cell[]): Grid[] {
  const grids: Grid[] = []
  let at = 0
  while (at < cells.length) {
    const head = headAt(source, cells, at)
    if (!head) {
      at += 1
      continue
    }
    const body = rowsOf(source, cells, head)
    const merged = mergeSubHead(source, head.columns, body.rows)
    const { columns, shifted } = align(source, merged.columns, merged.rows)
    const last = merged.rows[merged.rows.length - 1]
    const end = last ? last.end : head.start
    if (last)
      grids.push({
        columns,
        rows: merged.rows,
        start: head.start,
        end,
        shifted,
        uneven: body.uneven,
      })
    at = Math.max(body.next, head.next)
  }
  return grids
}

/** The tables of a text, their cells parted by | (on one line or one cell a line) or by tabs. */
export function readGrids(source: Source): Grid[] {
  const parted = ['\t', '|'].flatMap((mark) =>
    source.folded.includes(mark) ? readSeparated(source, mark) : [],
  )
  if (parted.length > 0) return parted.sort((a, b) => a.start - b.start)
  const bordered = source.folded.includes('|') ? readCells(source, cellsOf(source, '|')) : []
  return bordered.length > 0 ? bordered : readFlat(source)
}
