import { type Cell, type Row, columnOf, isRule } from './grid-cells'
import { align, mergeSubHead, underUnits } from './grid-columns'
import { judge } from './grid-head'
import type { Grid } from './grid-model'
import { readOrdinal } from './numerals'
import { type Source, slice, trimSpan } from './source'
import type { Span } from './types'

/** Tables whose lines are parted by tabs, or by | with none at the end of the line. */
export function readSeparated(source: Source, mark: string): Grid[] {
  const grids: Grid[] = []
  let busyUntil = 0
  source.lines.forEach((line, index) => {
    if (line[0] < busyUntil) return
    const cells = cutLine(source, line, mark)
    const columns = cells.map((cell) => columnOf(source, cell))
    if (
      cells.length < 2 ||
      slice(source, line).endsWith('|') ||
      slice(source, line).startsWith('|')
    )
      return
    if (!judge(source, cells.map(asCell), columns, 0, cells.length)) return
    const second = source.lines[index + 1]
    const below = second ? cutLine(source, second, mark).map((cell) => columnOf(source, cell)) : []
    const whole = underUnits(columns, below)
    const width = whole?.length ?? columns.length
    const rows = separatedRows(source, index + (whole ? 2 : 1), width, mark)
    const last = rows[rows.length - 1]
    if (!last) return
    busyUntil = last.end
    const merged = mergeSubHead(source, whole ?? columns, rows)
    const aligned = align(source, merged.columns, merged.rows)
    const uneven = merged.rows.filter((row) => row.cells.length !== width)
    grids.push({ ...aligned, rows: merged.rows, start: line[0], end: last.end, uneven })
  })
  return grids
}

const asCell = (span: Span): Cell => ({
  span,
  from: span[0],
  to: span[1],
  joint: false,
  lineStart: false,
  open: false,
})

/** A spreadsheet puts a cell with breaks between quotation marks. */
function unquoted(source: Source, span: Span): Span {
  const words = slice(source, span)
  return words.length > 2 && words.startsWith('"') && words.endsWith('"')
    ? trimSpan(source, [span[0] + 1, span[1] - 1])
    : span
}

function cutLine(source: Source, [from, to]: Span, mark: string): Span[] {
  const cells: Span[] = []
  let start = from
  for (let at = from; at <= to; at += 1) {
    if (at < to && source.folded[at] !== mark) continue
    cells.push(unquoted(source, trimSpan(source, [start, at])))
    start = at + 1
  }
  return cells
}

/** A row ends with the line that completes its borders; a line without any continues the last cell. */
function separatedRows(source: Source, from: number, width: number, mark: string): Row[] {
  const rows: Row[] = []
  let open: Span | null = null
  const close = (): void => {
    if (!open) return
    const cells = cutLine(source, open, mark)
    const row = { cells: cells.slice(0, width), start: open[0], end: open[1], cut: false }
    if (!isRule(source, row))
      rows.push({ ...row, cells: cells.length > width ? cells.slice(0, width) : cells })
    open = null
  }
  const marksIn = (line: Span | undefined): number =>
    line ? slice(source, line).split(mark).length - 1 : 0
  for (let index = from; index < source.lines.length; index += 1) {
    const line = source.lines[index]
    if (!line) break
    const marks = marksIn(line)
    const held: number = open ? marksIn(open) : width
    if (open && held < width - 1) open = [open[0], line[1]]
    else if (marks > 0) {
      close()
      open = line
    } else if (
      marksIn(source.lines[index + 1]) >= width - 1 &&
      readOrdinal(source.folded, line[0])
    ) {
      // A heading between the rows: 二、水污染防治.
      close()
    } else break
  }
  close()
  return rows
}
