import { settleDoneColumn } from './done-days'
import { type Cell, cellsOf, type Column, columnOf } from './grid-cells'
import { align, mergeSubHead, underUnits } from './grid-columns'
import { type Head, headAt } from './grid-head'
import { readFlat } from './grid-flat'
import type { Grid } from './grid-model'
import { takeFromAbove } from './grid-above'
import { rowsOf } from './grid-rows'
import { readSeparated } from './grid-separated'
import { isEmptySpan, type Source } from './source'

/** The cells up to the next joint, when all of them are columns under 责任单位. */
function withSecondLine(source: Source, cells: Cell[], head: Head): Head {
  const below: Column[] = []
  let at = head.next
  for (; at < cells.length && below.length < head.columns.length; at += 1) {
    const cell = cells[at]
    if (!cell || cell.joint || isEmptySpan(cell.span)) break
    below.push(columnOf(source, cell.span))
  }
  const columns = cells[at]?.joint ? underUnits(head.columns, below) : null
  return columns ? { ...head, columns, next: at + 1 } : head
}

function readCells(source: Source, cells: Cell[]): Grid[] {
  const grids: Grid[] = []
  let at = 0
  while (at < cells.length) {
    const printed = headAt(source, cells, at)
    if (!printed) {
      at += 1
      continue
    }
    const head = withSecondLine(source, cells, printed)
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
  const grids = gridsOf(source)
  for (const grid of grids) {
    settleDoneColumn(source, grid)
    takeFromAbove(source, grid.columns, grid.rows)
  }
  return grids
}

function gridsOf(source: Source): Grid[] {
  const parted = ['\t', '|'].flatMap((mark) =>
    source.folded.includes(mark) ? readSeparated(source, mark) : [],
  )
  if (parted.length > 0) return parted.sort((a, b) => a.start - b.start)
  const bordered = source.folded.includes('|') ? readCells(source, cellsOf(source, '|')) : []
  return bordered.length > 0 ? bordered : readFlat(source)
}
