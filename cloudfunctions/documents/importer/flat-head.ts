import { type Column, columnOf } from './grid-cells'
import { nameColumns } from './guess-column'
import { meantBy } from './meaning'
import { type Source, compact, slice } from './source'
import type { Span } from './types'

/** A piece of print that lies in one cell, or is a part of one: a line, or a word between blanks. */
export type Piece = Span

const widest = 16
const columnParts = 5
/** No unknown head of a column is longer. */
const longestName = 12

export interface FlatHead {
  columns: Column[]
  /** Index of the first line behind it. */
  next: number
  start: number
  /** The head and each row stand on a line, blanks between the cells. */
  oneLine: boolean
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

const isName = (words: string): boolean =>
  words.length <= longestName && /^[\u4e00-\u9fff()、/]+$/.test(words)

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
    const goesOn = columnAt(source, pieces, at + 1) !== null || meantBy(words) !== null
    if (!piece || !isName(words) || !goesOn) break
    columns.push({ field: null, level: null, words })
    at += 1
  }
  const named = nameColumns(columns)
  const useful = named.filter(
    (column) => column.field !== null && column.field !== 'ignored' && column.field !== 'number',
  )
  return named.length >= 4 && useful.length >= 3 ? { columns: named, next: at } : null
}

export const wordsIn = (source: Source, line: Span): Piece[] =>
  [...slice(source, line).matchAll(/\S+/g)].map((found) => [
    line[0] + found.index,
    line[0] + found.index + found[0].length,
  ])
export function beginsRow(source: Source, line: Span | undefined): boolean {
  const first = line && wordsIn(source, line)[0]
  return first !== undefined && /^[(第]?[A-Z\d一二三四五六七八九十百]/.test(slice(source, first))
}

function onLines(source: Source, index: number): FlatHead | null {
  const line = source.lines[index]
  if (!line || line[1] - line[0] > 10) return null
  const found = headOf(source, source.lines.slice(index, index + widest * 3), 0)
  return found
    ? { columns: found.columns, next: index + found.next, start: line[0], oneLine: false }
    : null
}

function onOneLine(source: Source, index: number): FlatHead | null {
  const line = source.lines[index]
  if (!line || line[1] - line[0] > 160) return null
  const words = wordsIn(source, line)
  const found = headOf(source, words, 0)
  return found?.next === words.length
    ? { columns: found.columns, next: index + 1, start: line[0], oneLine: true }
    : null
}

/** The head of a flattened table at this line, one cell a line or all on one; null when there is none. */
export const flatHeadAt = (source: Source, index: number): FlatHead | null =>
  onLines(source, index) ?? onOneLine(source, index)
