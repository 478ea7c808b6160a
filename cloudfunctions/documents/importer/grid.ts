import { labelOfCell, type PlanLevel } from './labels'
import { percentColumn, yesNoColumn, type LabelField } from './lexicon'
import { readOrdinal } from './numerals'
import { compact, isEmptySpan, slice, trimSpan, type Source } from './source'
import type { Span } from './types'

export interface Column {
  field: LabelField | null
  level: PlanLevel | null
  words: string
}

export interface Row {
  cells: Span[]
  start: number
  end: number
  /** The text ended before the row did. */
  cut: boolean
}

export interface Grid {
  columns: Column[]
  rows: Row[]
  start: number
  end: number
  /** Cells that had to be moved from under the printed heads. */
  shifted: boolean
  uneven: Row[]
}

interface Cell {
  span: Span
  /** Offsets of the borders around it. */
  from: number
  to: number
  /** Nothing but a line break between two borders: the joint of two rows. */
  joint: boolean
  /** First of its line. */
  lineStart: boolean
  /** No border behind it: the text ended. */
  open: boolean
}

function cellsOf(source: Source, mark: string): Cell[] {
  const { folded } = source
  const cells: Cell[] = []
  let from = 0
  for (;;) {
    const border = folded.indexOf(mark, from)
    const to = border < 0 ? folded.length : border
    const raw = folded.slice(from, to)
    const span = trimSpan(source, [from, to])
    const lead = folded.slice(from, span[0])
    cells.push({
      span,
      from,
      to,
      joint: isEmptySpan(span) && raw.includes('\n'),
      lineStart:
        from === 0 ||
        lead.includes('\n') ||
        folded[from - 1] === '\n' ||
        isAfterBreak(folded, from - 1),
      open: border < 0,
    })
    if (border < 0) return cells
    from = border + 1
  }
}

/** A border that itself opens a line: `| 12 | …`. */
function isAfterBreak(folded: string, border: number): boolean {
  let at = border - 1
  while (at >= 0 && (folded[at] === ' ' || folded[at] === '\t')) at -= 1
  return at < 0 || folded[at] === '\n'
}

const rowNumber =
  /^(?:序号|第|问题|任务|编号|\()?(?:\d{1,4}(?:[-.]\d{1,3})?|[一二三四五六七八九十百零]{1,5}|[A-Z]{1,3}[-\d]{2,})(?:项|号|\)|、|\.)?(?:\(.*\))?$/

/** A cell is looked at as head and as row from several places; its words are read once. */
const known = new WeakMap<Span, Column>()

function columnOf(source: Source, span: Span): Column {
  const before = known.get(span)
  if (before) return before
  const words = compact(source, span)
  const label = labelOfCell(source, span)
  const column = { field: label?.field ?? null, level: label?.level ?? null, words }
  known.set(span, column)
  return column
}

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

interface Head {
  columns: Column[]
  /** Index of the first cell behind the head. */
  next: number
  first: number
  start: number
  jointed: boolean
}

const widestTable = 30

/** A head: named columns side by side, of which at least three (two in a narrow table) are fields. */
function headAt(source: Source, cells: Cell[], index: number): Head | null {
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

function judge(
  source: Source,
  cells: Cell[],
  columns: Column[],
  index: number,
  at: number,
): Head | null {
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

const isRule = (source: Source, row: Row): boolean =>
  row.cells.every((cell) => /^:?-{2,}:?$/.test(compact(source, cell)))

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

function rowsOf(
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
    if (size !== width && !(cells[wanted - 1]?.open ?? wanted >= cells.length)) uneven.push(row)
    row.cut = row.cells.length < width && cells[at + row.cells.length - 1]?.open === true
    if (looksLikeText(source, row, width)) break
    if (!isRule(source, row)) rows.push(row)
    at = wanted
    if (head.jointed && cells[at]?.joint) at += 1
  }
  return { rows, uneven, next: at }
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
    (numberAt >= 0 && isEmptySpan(cell.span) && !cell.joint)
  )
}

/** Whether cells of a known form (是/否, 30%) stand under their heads. */
function fits(source: Source, columns: Column[], rows: Row[]): number {
  let score = 0
  for (const row of rows) {
    columns.forEach((column, index) => {
      const cell = row.cells[index]
      if (!cell || isEmptySpan(cell)) return
      const words = compact(source, cell)
      if (yesNoColumn.test(column.words))
        score +=
          /^(?:是|否|已.{0,6}|未.{0,6}|部分.{0,6}|基本.{0,6}|(?:不|部分|基本)?属实|√|×)$/.test(
            words,
          )
            ? 1
            : -1
      if (percentColumn.test(column.words)) score += /^\d+(?:\.\d+)?%?$/.test(words) ? 1 : -1
    })
  }
  return score
}

/** A remark column printed in the middle while its cells stand at the end of the rows. */
function align(
  source: Source,
  columns: Column[],
  rows: Row[],
): { columns: Column[]; shifted: boolean } {
  const remark = columns.findIndex((column) => column.words === '备注')
  const moved = columns[remark]
  if (!moved || remark === columns.length - 1) return { columns, shifted: false }
  const other = [...columns.slice(0, remark), ...columns.slice(remark + 1), moved]
  const better = fits(source, other, rows) > fits(source, columns, rows)
  return { columns: better ? other : columns, shifted: better }
}

/** 责任单位 over 牵头单位 and 配合单位: the second line of a head names the columns. */
function mergeSubHead(
  source: Source,
  columns: Column[],
  rows: Row[],
): { columns: Column[]; rows: Row[] } {
  const second = rows[0]
  if (!second) return { columns, rows }
  const sub = second.cells.map((cell) => columnOf(source, cell))
  const named = second.cells.filter((cell) => !isEmptySpan(cell)).length
  if (
    named === 0 ||
    !sub.every(
      (column, index) => column.field !== null || isEmptySpan(second.cells[index] ?? [0, 0]),
    )
  ) {
    return { columns, rows }
  }
  const merged = columns.map((column, index) => (sub[index]?.field ? sub[index] : column))
  return { columns: merged, rows: rows.slice(1) }
}

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

/** Tables whose lines are parted by tabs, or by | with none at the end of the line. */
function readSeparated(source: Source, mark: string): Grid[] {
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
    const rows = separatedRows(source, index + 1, cells.length, mark)
    const last = rows[rows.length - 1]
    if (!last) return
    busyUntil = last.end
    const merged = mergeSubHead(source, columns, rows)
    const aligned = align(source, merged.columns, merged.rows)
    const uneven = merged.rows.filter((row) => row.cells.length !== columns.length)
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

function cutLine(source: Source, [from, to]: Span, mark: string): Span[] {
  const cells: Span[] = []
  let start = from
  for (let at = from; at <= to; at += 1) {
    if (at < to && source.folded[at] !== mark) continue
    cells.push(trimSpan(source, [start, at]))
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

/** The tables of a text, their cells parted by | (on one line or one cell a line) or by tabs. */
export function readGrids(source: Source): Grid[] {
  const parted = ['\t', '|'].flatMap((mark) =>
    source.folded.includes(mark) ? readSeparated(source, mark) : [],
  )
  if (parted.length > 0) return parted.sort((a, b) => a.start - b.start)
  return source.folded.includes('|') ? readCells(source, cellsOf(source, '|')) : []
}
