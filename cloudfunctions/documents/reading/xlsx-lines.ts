import { addLine, isOnlyMarks, leftOutMark } from './left-out'
import { asAbove, tableLine } from './tidy-text'
import type { Area, Sheet, SheetRow } from './xlsx-sheet'

/** The merged areas that reach into each row, row by row from above. */
class Merges {
  private readonly waiting: Area[]
  private open: Area[] = []

  constructor(areas: readonly Area[]) {
    this.waiting = [...areas].sort((a, b) => b.top - a.top)
  }

  at(row: number): readonly Area[] {
    this.open = this.open.filter(({ bottom }) => bottom >= row)
    for (let next = this.waiting.at(-1); next && next.top <= row; next = this.waiting.at(-1)) {
      if (next.bottom >= row) this.open.push(next)
      this.waiting.pop()
    }
    return this.open
  }
}

/** A row as printed: a cell that a merge from above covers says that it is like the one above. */
function printedCells({ index, cells }: SheetRow, areas: readonly Area[]): Map<number, string> {
  const printed = new Map(cells)
  for (const { top, left } of areas)
    if (top < index && !printed.has(left)) printed.set(left, asAbove)
  return printed
}

/** A title merged across the sheet, or alone in its row, is a line of its own and no row. */
function isTitle(cells: Map<number, string>, areas: readonly Area[], columns: number[]): boolean {
  if (cells.size !== 1 || columns.length < 3) return false
  const [at] = [...cells.keys()]
  const across = areas.some(({ left, right }) => left === at && right - left >= 2)
  return at === columns[0] || across
}

/** Takes out a hidden column as a whole: it is named once, where the sheet begins. */
function hiddenColumns({ rows, hiddenColumns: hidden }: Sheet): string[] {
  const words = new Map<number, string[]>()
  for (const { cells } of rows)
    for (const [column, cell] of cells) {
      if (!hidden.has(column)) continue
      words.set(column, [...(words.get(column) ?? []), cell])
      cells.delete(column)
    }
  return [...words.values()].map((column) => leftOutMark('hidden', column.join(' ')))
}

/** A sheet as lines; what is hidden, and pictures, are marked where they stand. */
export function sheetLines(sheet: Sheet, pictures: { row: number }[]): string[] {
  const aside = hiddenColumns(sheet)
  const shown = sheet.rows.filter(({ hidden }) => !hidden)
  const columns = [...new Set(shown.flatMap(({ cells }) => [...cells.keys()]))].sort(
    (a, b) => a - b,
  )
  const merges = new Merges(sheet.merges)
  const waiting = [...pictures].sort((a, b) => b.row - a.row)
  const lines: string[] = []
  let held = ''
  for (const row of sheet.rows) {
    if (row.cells.size === 0) continue
    if (row.hidden) {
      held += leftOutMark('hidden', [...row.cells.values()].join(' '))
      continue
    }
    const areas = merges.at(row.index)
    const title = isTitle(row.cells, areas, columns)
    const cells = title ? row.cells : printedCells(row, areas)
    const line = title
      ? ([...cells.values()][0] ?? '')
      : tableLine(columns.map((column) => cells.get(column) ?? ''))
    if (held !== '') addLine(lines, held)
    held = ''
    if (isOnlyMarks(line.replace(/[|\s]|〃/g, ''))) held += line.replace(/[|\s]|〃/g, '')
    else addLine(lines, line)
    for (let next = waiting.at(-1); next && next.row <= row.index; next = waiting.at(-1)) {
      held += leftOutMark('picture')
      waiting.pop()
    }
  }
  const rest = held + waiting.map(() => leftOutMark('picture')).join('')
  for (const mark of [rest, ...aside]) if (mark !== '') addLine(lines, mark)
  return lines
}
