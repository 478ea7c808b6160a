import { type Cell, type Row, columnOf, isRule } from './grid-cells'
import { align, mergeSubHead, underUnits } from './grid-columns'
import { judge } from './grid-head'
import { nameColumns } from './guess-column'
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
    const columns = nameColumns(cells.map((cell) => columnOf(source, cell)))
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
  let quoted = false
  for (let at = from; at <= to; at += 1) {
    const char = source.folded[at]
    if (mark === '\t' && char === '"' && (quoted || isBlankBetween(source, start, at)))
      quoted = !quoted
    if (at < to && (quoted || char !== mark)) continue
    cells.push(unquoted(source, trimSpan(source, [start, at])))
    start = at + 1
  }
  return cells
}

const isBlankBetween = (source: Source, from: number, to: number): boolean =>
  source.folded.slice(from, to).trim() === ''

/** A cell between quotation marks that the line does not close goes on in the next. */
function leavesQuoteOpen(source: Source, [from, to]: Span): boolean {
  let start = from
  let quoted = false
  for (let at = from; at < to; at += 1) {
    const char = source.folded[at]
    if (char === '"' && (quoted || isBlankBetween(source, start, at))) quoted = !quoted
    if (char === '\t' && !quoted) start = at + 1
  }
  return quoted
}

/** A line with the empty cells at its end, which are nothing but tabs. */
function withEmptyCells({ folded }: Source, [from, to]: Span, mark: string): Span {
  if (mark !== '\t') return [from, to]
  let start = from
  let end = to
  while (folded[start - 1] === '\t') start -= 1
  while (folded[end] === '\t') end += 1
  return [start, end]
}

/** Whether a line goes on with the row above it, as far as its own words tell. */
function goesOn(source: Source, line: Span, open: Span): boolean {
  const before = /^\s*(\d{1,4})\s*\t/.exec(source.folded.slice(open[0], open[1]))?.[1]
  const own = /^\s*(\d{1,4})\s*\t/.exec(source.folded.slice(line[0], line[1] + 1))?.[1]
  return before === undefined || Number(own) !== Number(before) + 1
}

/** A row ends with the line that completes its borders; a line without any continues the last cell. */
function separatedRows(source: Source, from: number, width: number, mark: string): Row[] {
  const rows: Row[] = []
  let open: Span | null = null
  const close = (): void => {
    if (!open) return
    const cells = cutLine(source, open, mark)
    const row = { cells: cells.slice(0, width), start: open[0], end: open[1], cut: false }
    if (!isRule(source, row)) rows.push(row)
    open = null
  }
  const marksIn = (span: Span): number => cutLine(source, span, mark).length - 1
  for (let index = from; index < source.lines.length; index += 1) {
    const printed = source.lines[index]
    if (!printed) break
    const line = withEmptyCells(source, printed, mark)
    const marks = marksIn(line)
    const current: Span | null = open
    if (current && mark === '\t' && leavesQuoteOpen(source, current)) open = [current[0], line[1]]
    else if (current && marksIn(current) < width - 1 && goesOn(source, line, current))
      open = [current[0], line[1]]
    else if (marks > 0) {
      close()
      open = line
    } else if (
      marksIn(source.lines[index + 1] ?? [0, 0]) >= width - 1 &&
      readOrdinal(source.folded, line[0])
    ) {
      // A heading between the rows: 二、水污染防治.
      close()
    } else break
  }
  close()
  return rows
}
