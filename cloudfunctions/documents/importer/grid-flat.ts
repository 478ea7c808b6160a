import { fitOf } from './flat-columns'
import { type Column, type Row, columnOf } from './grid-cells'
import type { Grid } from './grid-model'
import { readNumeral } from './numerals'
import { type Source, compact, slice } from './source'
import type { Span } from './types'

/** A piece of print that lies in one cell, or is a part of one: a line, or a word between blanks. */
type Piece = Span

const widest = 16
const columnParts = 5

interface Head {
  columns: Column[]
  /** Index of the first line behind it. */
  next: number
  start: number
}

/** A head word that a narrow cell broke over lines stands as one: 责任 / 单位. */
function columnAt(
  source: Source,
  pieces: Piece[],
  at: number,
): { column: Column; next: number } | null {
  const first = pieces[at]
  if (!first) return null
  const whole = columnOf(source, first)
  if (whole.field !== null && whole.words.length >= 4) return { column: whole, next: at + 1 }
  for (let count = columnParts; count > 1; count -= 1) {
    const last = pieces[at + count - 1]
    if (!last || last[1] - first[0] > 40) continue
    const parts = pieces.slice(at, at + count)
    if (parts.some((part) => part[1] - part[0] > 8)) continue
    const joined = columnOf(source, [first[0], last[1]])
    if (joined.field !== null && joined.words.length <= 16)
      return { column: joined, next: at + count }
  }
  return whole.field === null ? null : { column: whole, next: at + 1 }
}

/** A run of heads, the number first: 序号 / 问题 / 措施 … An unknown short word may stand among them. */
function headOf(
  source: Source,
  pieces: Piece[],
  from: number,
): { columns: Column[]; next: number } | null {
  const first = columnAt(source, pieces, from)
  if (!first || (first.column.field !== 'number' && first.column.field !== 'upperNumber'))
    return null
  const columns = [first.column]
  let at = first.next
  while (at < pieces.length && columns.length < widest) {
    const known = columnAt(source, pieces, at)
    if (known) {
      columns.push(known.column)
      at = known.next
      continue
    }
    const piece = pieces[at]
    const words = piece ? compact(source, piece) : ''
    const more = columnAt(source, pieces, at + 1)
    if (!piece || words.length > 8 || !/^[\u4e00-\u9fff()、/]+$/.test(words) || !more) break
    columns.push({ field: null, level: null, words })
    at += 1
  }
  const useful = columns.filter(
    (column) => column.field !== null && column.field !== 'ignored' && column.field !== 'number',
  )
  return columns.length >= 4 && useful.length >= 3 ? { columns, next: at } : null
}

const wordsIn = (source: Source, line: Span): Piece[] =>
  [...slice(source, line).matchAll(/\S+/g)].map((found) => [
    line[0] + found.index,
    line[0] + found.index + found[0].length,
  ])

const numberOf = (words: string): number | null =>
  readNumeral(words.replace(/^[(第]|[)、.项]$/g, ''))

const empty = 1.2
const joint = 0.6

/** Lays the pieces of a row into its columns, in order, so that most of them look like their column. */
function lay(source: Source, columns: Column[], pieces: Piece[]): Span[] {
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

/** A row begins where the next number (or a case number) stands alone. */
function rowsOf(
  source: Source,
  columns: Column[],
  pieces: Piece[],
  startsAt: (index: number) => boolean,
): Row[] {
  const byCase = columns[0]?.field === 'upperNumber'
  const rows: Row[] = []
  let open: Piece[] = []
  let last: number | null = null
  const close = (): void => {
    const first = open[0]
    const end = open[open.length - 1]
    if (!first || !end) return
    const cells = open.length === columns.length ? open : lay(source, columns, open)
    rows.push({ cells, start: first[0], end: end[1], cut: false })
  }
  pieces.forEach((piece, index) => {
    const words = compact(source, piece)
    const value = numberOf(words)
    const next = byCase
      ? /^[A-Z\d-]{8,}$/.test(words)
      : value !== null && words.length <= 5 && (last === null || value === last + 1)
    if (next && startsAt(index) && (open.length === 0 || open.length >= 3)) {
      close()
      open = []
      last = value
    }
    const after = pieces[index + 1]
    const group = /^[一二三四五六七八九十]{1,3}、[^。;,]{2,24}$/.test(words)
    // 二、水污染防治方面: a line over the next rows is no cell of the row before it.
    if (group && after && numberOf(compact(source, after)) === (last ?? 0) + 1) return
    if (open.length > 0 || next) open.push(piece)
  })
  close()
  return rows
}

const closing =
  /^(?:注|备注|说明|附件|联系|监督电话|填表|公示(?:时间|期)|如有|如对|如果|对以上|特此|打印|【|责任编辑|上一篇|下一篇|来源|扫一扫|分享|版权所有|主办|网站|关闭|.{0,30}(?:ICP备|公网安备))/

/**
 * Tables that print flattened to one cell a line, or to one row a line with blanks between the
 * cells: no border is left, the numbers of the rows and the look of the cells tell them apart.
 */
export function readFlat(source: Source): Grid[] {
  const { lines } = source
  const grids: Grid[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const head = onLines(source, index) ?? onOneLine(source, index)
    if (!head) continue
    // A head without a row right below it is looked at once and left.
    if (!beginsRow(source, lines[head.next])) continue
    let stop = head.next
    while (
      stop < lines.length &&
      !closing.test(slice(source, lines[stop] ?? [0, 0])) &&
      !(onLines(source, stop) ?? onOneLine(source, stop))
    )
      stop += 1
    const body = lines.slice(head.next, stop)
    const rows = head.oneLine
      ? blankRows(source, head.columns, body)
      : rowsOf(source, head.columns, body, () => true)
    const first = rows[0]
    const last = rows[rows.length - 1]
    if (!first || !last) continue
    grids.push({
      columns: head.columns,
      rows,
      start: head.start,
      end: last.end,
      shifted: false,
      uneven: [],
    })
    index = stop - 1
  }
  return grids
}

function beginsRow(source: Source, line: Span | undefined): boolean {
  const first = line && wordsIn(source, line)[0]
  return first !== undefined && /^[(第]?[A-Z\d一二三四五六七八九十百]/.test(slice(source, first))
}

function onLines(source: Source, index: number): (Head & { oneLine: boolean }) | null {
  const line = source.lines[index]
  if (!line || line[1] - line[0] > 10) return null
  const found = headOf(source, source.lines.slice(index, index + widest * 3), 0)
  return found
    ? { columns: found.columns, next: index + found.next, start: line[0], oneLine: false }
    : null
}

function onOneLine(source: Source, index: number): (Head & { oneLine: boolean }) | null {
  const line = source.lines[index]
  if (!line || line[1] - line[0] > 160) return null
  const words = wordsIn(source, line)
  const found = headOf(source, words, 0)
  return found?.next === words.length
    ? { columns: found.columns, next: index + 1, start: line[0], oneLine: true }
    : null
}

/** Rows of words parted by blanks; a row's number opens its line. */
function blankRows(source: Source, columns: Column[], lines: Span[]): Row[] {
  const opens = new Set<number>()
  const pieces = lines.flatMap((line) => {
    const words = wordsIn(source, line)
    opens.add(words[0]?.[0] ?? -1)
    return words
  })
  return rowsOf(source, columns, pieces, (index) => opens.has(pieces[index]?.[0] ?? -2))
}
