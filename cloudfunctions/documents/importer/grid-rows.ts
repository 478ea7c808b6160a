import { type Cell, type Row, isRule, rowNumber, saysAbove } from './grid-cells'
import { lay } from './flat-lay'
import { type Head, headAt } from './grid-head'
import { type Source, compact, isEmptySpan, slice } from './source'
import type { Span } from './types'

function takeRow(cells: Cell[], at: number, width: number): Row {
  const part = cells.slice(at, at + width)
  const first = part[0]
  const last = part[part.length - 1]
  return {
    cells: part.map((cell) => cell.span),
    start: first?.span[0] ?? 0,
    end: last?.span[1] ?? 0,
    cut: false,
  }
}

export function rowsOf(
  source: Source,
  cells: Cell[],
  head: Head,
): { rows: Row[]; uneven: Row[]; next: number } {
  const width = head.columns.length
  const numberAt = head.columns.findIndex((column) => column.field === 'number')
  const rows: Row[] = []
  const uneven: Row[] = []
  let at = head.next
  while (at < cells.length) {
    const first = cells[at]
    if (!first) break
    if (first.open && (isEmptySpan(first.span) || width > 1)) break
    if (head.jointed && first.joint) {
      at += 1
      continue
    }
    if (rows.length > 0 && headAt(source, cells, at)) break
    const wanted = nextRowStart(source, cells, at, width, head, numberAt)
    const size = wanted - at
    const row = takeRow(cells, at, Math.min(size, width))
    if (size !== width && !(cells[wanted - 1]?.open ?? wanted >= cells.length)) {
      uneven.push(row)
      row.cells = laidOut(source, cells.slice(at, wanted), head, row.cells)
    }
    row.cut = row.cells.length < width && cells[at + row.cells.length - 1]?.open === true
    if (looksLikeText(source, row, width)) break
    if (!isRule(source, row)) rows.push(row)
    at = wanted
    if (head.jointed && cells[at]?.joint) at += 1
  }
  return { rows, uneven, next: at }
}

/** A row that lost a cell: each of the others goes to the column that it looks like. */
function laidOut(source: Source, cells: Cell[], head: Head, printed: Span[]): Span[] {
  const pieces = cells.map(({ span }) => span).filter((span) => !isEmptySpan(span))
  return pieces.length < 3 ? printed : lay(source, head.columns, pieces)
}

/** A paragraph behind the table is no row. */
function looksLikeText(source: Source, row: Row, width: number): boolean {
  const first = row.cells[0]
  return (
    width > 2 && row.cells.length === 1 && first !== undefined && slice(source, first).length > 12
  )
}

/** Where the row that begins at `at` ends: after its cells, or earlier or later where print lost a border. */
function nextRowStart(
  source: Source,
  cells: Cell[],
  at: number,
  width: number,
  head: Head,
  numberAt: number,
): number {
  const regular = Math.min(at + width, cells.length)
  if (head.jointed) {
    for (let look = at + 1; look <= Math.min(at + width + 2, cells.length - 1); look += 1) {
      const cell = cells[look]
      // An empty cell in a jointed table looks like a joint; the next row's number decides.
      if (
        cell?.joint &&
        look !== at + width &&
        startsRow(source, cells, look + 1, numberAt) &&
        !startsRow(source, cells, at + width + 1, numberAt)
      )
        return look
    }
    return regular
  }
  if (numberAt !== 0 || regular >= cells.length || startsRow(source, cells, regular, numberAt))
    return regular
  for (const shift of [-1, 1, -2, 2]) {
    const look = regular + shift
    if (
      look > at + 1 &&
      look < cells.length &&
      cells[look]?.lineStart &&
      startsRow(source, cells, look, numberAt)
    )
      return look
  }
  return regular
}

function startsRow(source: Source, cells: Cell[], at: number, numberAt: number): boolean {
  const cell = cells[at + Math.max(0, numberAt)]
  if (!cell || (numberAt <= 0 && !cell.lineStart)) return false
  return (
    rowNumber.test(compact(source, cell.span)) ||
    saysAbove(source, cell.span) ||
    (numberAt >= 0 && isEmptySpan(cell.span) && !cell.joint)
  )
}
