import { tableLine } from './tidy-text'

/** A cell: in quotes, which a doubled one stands for inside, or up to the next comma or line end. */
const cell = /(?:"((?:[^"]|"")*)"[^,\n]*|([^,\n]*))(,|\n|$)/g

/** @param text with line ends as `\n` */
function rowsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [printed, quoted, plain = '', mark] of text.matchAll(cell)) {
    if (printed === '' && row.length === 0) break
    row.push((quoted?.replace(/""/g, '"') ?? plain).trim())
    if (mark === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

const isFilled = (words: string): boolean => words !== ''

/**
 * A sheet saved as values with commas between them (RFC 4180, as WPS and Excel write it), as the
 * lines of a table: what stands alone in its row is a line of its own, as in a workbook.
 */
export function readCsv(text: string): string {
  const rows = rowsOf(text.replace(/\r\n?/g, '\n'))
  const lines = rows.flatMap((row) => {
    const filled = row.filter(isFilled)
    if (filled.length === 0) return []
    return filled.length === 1 && row[0] !== '' ? filled : [tableLine(row)]
  })
  return lines.join('\n')
}
