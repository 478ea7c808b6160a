import { asAbove, tableLine } from './tidy-text'

export interface Cell {
  lines: string[]
  /** Columns that it covers. */
  wide: number
  /** Goes on with the cell above it. */
  below: boolean
}

export interface Row {
  cells: Cell[]
  deleted: boolean
}

export interface Table {
  rows: Row[]
}

export const newCell = (wide = 1): Cell => ({ lines: [], wide, below: false })

const mostColumns = 200

/** The cells of a row, merged ones by their marks: the text stands in the first. */
function laidOut({ cells }: Row): string[] {
  return cells.flatMap(({ lines, wide, below }) => {
    const text = lines.join('\n').trim()
    const first = below && text === '' ? asAbove : text
    return [first, ...Array<string>(Math.min(wide, mostColumns) - 1).fill('')]
  })
}

const kept = ({ rows }: Table): string[][] => rows.filter(({ deleted }) => !deleted).map(laidOut)

/** Rows as | lines |. */
export const linesOf = (table: Table): string[] => kept(table).map(tableLine)

/** A table within a cell: its rows as plain lines. */
export const plainLinesOf = (table: Table): string[] =>
  kept(table).map((row) => row.filter((cell) => cell !== '' && cell !== asAbove).join(' '))
