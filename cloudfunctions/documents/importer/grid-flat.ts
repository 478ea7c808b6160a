import { type Piece, beginsRow, flatHeadAt, wordsIn } from './flat-head'
import { lay } from './flat-lay'
import type { Column, Row } from './grid-cells'
import type { Grid } from './grid-model'
import { readNumeral } from '@/domain/import/numeral'
import { type Source, compact, slice } from './source'
import type { Span } from './types'

/** 12, (三), 第四项, HY-01. */
const numberOf = (words: string): number | null =>
  readNumeral(words.replace(/^[(第]|^[A-Z]{1,4}-?0*(?=[1-9])|[)、.项]$/g, ''))

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
      : value !== null && words.length <= 8 && (last === null || value === last + 1)
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

/** □已验收销号 ☑已完成 on lines of their own are one cell: what a person ticks. */
const joinBoxes = (source: Source, lines: readonly Span[]): Span[] =>
  lines.reduce<Span[]>((cells, line) => {
    const last = cells.at(-1)
    const boxes = last && [last, line].every((one) => /^[□☐☑☒√]/.test(slice(source, one)))
    return boxes ? [...cells.slice(0, -1), [last[0], line[1]]] : [...cells, line]
  }, [])

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
    const head = flatHeadAt(source, index)
    if (!head) continue
    // A head without a row right below it is looked at once and left.
    if (!beginsRow(source, lines[head.next])) continue
    let stop = head.next
    while (
      stop < lines.length &&
      !closing.test(slice(source, lines[stop] ?? [0, 0])) &&
      !flatHeadAt(source, stop)
    )
      stop += 1
    const body = joinBoxes(source, lines.slice(head.next, stop))
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
