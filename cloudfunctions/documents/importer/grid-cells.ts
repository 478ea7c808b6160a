import { type PlanLevel, labelOfCell } from './label-words'
import type { LabelField } from './label-field'
import { type Source, compact, isEmptySpan, trimSpan } from './source'
import type { Span } from './types'

export interface Column {
  field: LabelField | null
  level: PlanLevel | null
  words: string
}

export interface Row {
  cells: Span[]
  /** Cells that print says are like the one above, and the row that prints it. */
  above?: Map<number, Row>
  start: number
  end: number
  /** The text ended before the row did. */
  cut: boolean
}

export interface Cell {
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

export function cellsOf(source: Source, mark: string): Cell[] {
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

export const rowNumber =
  /^(?:序号|第|问题|任务|编号|\()?(?:\d{1,4}(?:[-.]\d{1,3})?|[一二三四五六七八九十百零]{1,5}|[A-Z]{1,3}[-\d]{2,})(?:项|号|\)|、|\.)?(?:\(.*\))?$/

/** A cell is looked at as head and as row from several places; its words are read once. */
const known = new WeakMap<Span, Column>()

export function columnOf(source: Source, span: Span): Column {
  const before = known.get(span)
  if (before) return before
  const words = compact(source, span)
  const label = labelOfCell(source, span)
  const column = { field: label?.field ?? null, level: label?.level ?? null, words }
  known.set(span, column)
  return column
}

/** A merged cell's later rows as the readers of files mark them, and what lists print themselves. */
const asAbove = /^(?:〃|″|同上一?(?:项|行|条)?|与上一?项相同)。?$/
export const saysAbove = (source: Source, span: Span): boolean =>
  span[1] - span[0] < 12 && asAbove.test(compact(source, span))

export const isRule = (source: Source, row: Row): boolean =>
  row.cells.every((cell) => /^:?-+:?$/.test(compact(source, cell)))
