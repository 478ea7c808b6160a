import { type Cell, type Column, columnOf, rowNumber } from './grid-cells'
import { nameColumns } from './guess-column'
import { type Source, compact, isEmptySpan, slice, trimSpan } from './source'
import type { Span } from './types'

/** The last line before a long text: a title above the table shares the cell of the first head. */
function headSpan(source: Source, cell: Cell): Span {
  const text = slice(source, cell.span)
  // A head broken over lines stays whole when all of it is one label.
  if (columnOf(source, cell.span).field) return cell.span
  const breaks = [...text.matchAll(/\n/g)].map((found) => cell.span[0] + found.index + 1)
  for (const start of breaks) {
    const span = trimSpan(source, [start, cell.span[1]])
    if (columnOf(source, span).field) return span
  }
  const last = breaks[breaks.length - 1]
  return last === undefined ? cell.span : trimSpan(source, [last, cell.span[1]])
}

export interface Head {
  columns: Column[]
  /** Index of the first cell behind the head. */
  next: number
  first: number
  start: number
  jointed: boolean
}

const widestTable = 30

/** A head: named columns side by side, of which at least three (two in a narrow table) are fields. */
export function headAt(source: Source, cells: Cell[], index: number): Head | null {
  const first = cells[index]
  if (!first || isEmptySpan(first.span)) return null
  const columns = [columnOf(source, headSpan(source, first))]
  // What stands alone above the table's first border is its title, not its first column.
  if (
    columns[0]?.field === null &&
    (cells[index + 1]?.lineStart || !/^[^。:]{1,14}$/.test(columns[0].words))
  )
    return null
  let at = index + 1
  for (; at < cells.length && at - index < widestTable; at += 1) {
    const cell = cells[at]
    if (!cell || cell.joint) break
    if (cell.open && columns.length < 2) break
    const words = compact(source, cell.span)
    if (rowNumber.test(words) && cell.lineStart) break
    const column = columnOf(source, cell.span)
    if (column.field === null && (words.length > 22 || /[。;]/.test(words))) break
    columns.push(column)
  }
  const numbered = columns[0]?.field === 'number' || columns[0]?.field === 'upperNumber'
  if (cells[at]?.joint !== true && !numbered) return trimByLine(source, cells, index)
  return judge(source, cells, columns, index, at)
}

export function judge(
  source: Source,
  cells: Cell[],
  printed: Column[],
  index: number,
  at: number,
): Head | null {
  const columns = nameColumns(printed)
  const known = columns.filter((column) => column.field !== null)
  const useful = known.filter((column) => column.field !== 'ignored' && column.field !== 'number')
  const side = columns.some(
    (column, place) => place > 0 && column.field !== null && columns[place - 1]?.field !== null,
  )
  const first = cells[index]
  if (
    !first ||
    columns.length < 2 ||
    known.length < Math.min(3, columns.length) ||
    useful.length < 2 ||
    !side
  )
    return null
  if (known.length < columns.length * 0.4) return null
  const jointed = cells[at]?.joint === true
  return {
    columns,
    next: jointed ? at + 1 : at,
    first: index,
    start: headSpan(source, first)[0],
    jointed,
  }
}

/** Without a number column the head ends where its line does. */
function trimByLine(source: Source, cells: Cell[], index: number): Head | null {
  let at = index + 1
  while (at < cells.length && at - index < widestTable && !cells[at]?.lineStart) at += 1
  const columns = cells
    .slice(index, at)
    .map((cell, place) => columnOf(source, place === 0 ? headSpan(source, cell) : cell.span))
  return judge(source, cells, columns, index, at)
}
