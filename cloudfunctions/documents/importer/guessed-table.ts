import { endsLikeBody } from './body-names'
import { type Column, columnOf, isRule, type Row } from './grid-cells'
import type { Grid } from './grid-model'
import type { LabelField } from './label-field'
import { meantBy } from './meaning'
import { compact, isEmptySpan, type Source, trimSpan } from './source'
import type { Span } from './types'

/** A table of which no head is known, and a person reads it: its columns are told by their cells. */

/** Words that say of a text that it lists what has to be put right. */
export const announces = /整改|整治|问题|清单|台账|督察|交办|隐患/
const fewestColumns = 3
const fewestRows = 2
/** Of the cells of a column those that have to be of its kind. */
const most = 0.8
/** Shorter on the average is a name or a state, and no problem. */
const shortestText = 5

const isNumber = (words: string): boolean =>
  /^(?:[A-Za-z]{0,3}[-\d]{1,8}|[一二三四五六七八九十]{1,3})$/.test(words)
const isDay = (words: string): boolean =>
  /^(?:20\d{2}[年./-]|\d{1,2}月)[^,。;]{0,14}$|^(?:立行立改|长期坚持|立即整改)$/.test(words)
const areBodies = (words: string): boolean =>
  words.split(/[、,;]/).every((name) => name.length >= 3 && endsLikeBody(name))

const tellsDone = (words: string): boolean => words.length > 3 && /已|完成|明显|满意/.test(words)

function cutLine(source: Source, [from, to]: Span, mark: string): Span[] {
  const cells: Span[] = []
  let start = from
  for (let at = from; at <= to; at += 1) {
    if (at < to && source.folded[at] !== mark) continue
    cells.push(trimSpan(source, [start, at]))
    start = at + 1
  }
  const bordered = (cell: Span | undefined): boolean => cell !== undefined && isEmptySpan(cell)
  return cells.slice(
    mark === '|' && bordered(cells[0]) ? 1 : 0,
    mark === '|' && bordered(cells.at(-1)) ? -1 : cells.length,
  )
}

/** Lines side by side that hold equally many cells, at least a head and two rows. */
function blocksOf(source: Source, mark: string): Row[][] {
  const blocks: Row[][] = []
  for (const [start, end] of source.lines) {
    const row: Row = { cells: cutLine(source, [start, end], mark), start, end, cut: false }
    if (isRule(source, row)) continue
    const block = blocks.at(-1)
    if (block && block[0]?.cells.length === row.cells.length) block.push(row)
    else blocks.push([row])
  }
  return blocks.filter(
    (rows) => rows.length > fewestRows && (rows[0]?.cells.length ?? 0) >= fewestColumns,
  )
}

/**
 * The fields of the columns: by their heads where those say it, else by their cells.
 * @param texts which columns hold what is wrong and what is done: the longest, or the first in order
 */
export function columnsOf(
  source: Source,
  head: Row,
  rows: readonly Row[],
  texts: 'longest' | 'inOrder' = 'longest',
): Column[] {
  const words = head.cells.map((_, at) =>
    rows.map(({ cells }) => (cells[at] ? compact(source, cells[at]) : '')),
  )
  const share = (at: number, is: (cell: string) => boolean): boolean => {
    const filled = (words[at] ?? []).filter((cell) => cell !== '')
    return filled.length > 0 && filled.filter(is).length >= filled.length * most
  }
  const length = (at: number): number =>
    (words[at] ?? []).reduce((sum, cell) => sum + cell.length, 0) / rows.length
  const columns = head.cells.map((cell) => {
    const column = columnOf(source, cell)
    return { ...column, field: column.field ?? meantBy(column.words) }
  })
  const taken = new Set<LabelField | null>(columns.map(({ field }) => field))
  const give = (at: number, field: LabelField): void => {
    const column = columns[at]
    if (!column || column.field !== null || taken.has(field)) return
    column.field = field
    taken.add(field)
  }
  const kinds: [LabelField, (cell: string) => boolean][] = [
    ['number', isNumber],
    ['deadline', isDay],
    ['responsible', areBodies],
  ]
  for (const [field, is] of kinds) columns.forEach((_, at) => share(at, is) && give(at, field))
  const long = columns
    .map(({ field }, at) => (field === null && !share(at, areBodies) ? at : -1))
    .filter((at) => at >= 0 && length(at) >= shortestText)
    .sort((a, b) => (texts === 'inOrder' ? a - b : length(b) - length(a)))
    .slice(0, taken.has('problem') || taken.has('measures') ? 1 : 2)
    .sort((a, b) => a - b)
  const free = (['problem', 'measures'] as const).filter((field) => !taken.has(field))
  long.forEach((at, index) => give(at, free[index] ?? 'problem'))
  columns.forEach((_, at) => share(at, tellsDone) && give(at, 'progress'))
  return columns
}

/** The tables of a text that has no other list, their columns proposed by what their cells hold. */
export function guessGrids(source: Source): Grid[] {
  return ['|', '\t'].flatMap((mark) =>
    blocksOf(source, mark).flatMap(([head, ...rows]): Grid[] => {
      const last = rows.at(-1)
      if (!head || !last || !announces.test(source.folded.slice(0, head.end))) return []
      const columns = columnsOf(source, head, rows)
      const fields = new Set(columns.map(({ field }) => field))
      const answers = fields.has('responsible') || fields.has('lead') || fields.has('deadline')
      if (!fields.has('problem') || !answers) return []
      return [{ columns, rows, start: head.start, end: last.end, shifted: false, uneven: [] }]
    }),
  )
}
