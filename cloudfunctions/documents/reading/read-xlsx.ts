import ExcelJS from 'exceljs'
import { ImportRefusal } from './import-refusal'
import { tableLine } from './tidy-text'

/** Far beyond any list; a sheet formatted to its last row would otherwise fill the memory. */
const mostRows = 20_000
const mostColumns = 60

/** An Excel day as printed in such tables; a cell that shows only year and month has the first day. */
function dayText(date: Date, format: string | undefined): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  return format !== undefined && /m/i.test(format) && !/d/i.test(format)
    ? `${year}年${month}月`
    : `${year}年${month}月${day}日`
}

function textOf(cell: ExcelJS.Cell): string {
  if (cell.isMerged && cell.master.address !== cell.address) return ''
  const { value } = cell
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dayText(value, cell.numFmt)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map((run) => run.text).join('')
  if ('result' in value || 'formula' in value || 'sharedFormula' in value) {
    const { result } = value as { result?: unknown }
    return result instanceof Date
      ? dayText(result, cell.numFmt)
      : typeof result === 'string' || typeof result === 'number'
        ? String(result)
        : ''
  }
  return 'text' in value ? plainText(value.text) : ''
}

/** A linked cell may hold rich text where a string is promised. */
function plainText(text: unknown): string {
  if (typeof text === 'string') return text
  const runs = (text as { richText?: { text: string }[] } | null)?.richText
  return runs ? runs.map((run) => run.text).join('') : ''
}

function sheetLines(sheet: ExcelJS.Worksheet): string[] {
  const rows: string[][] = []
  sheet.eachRow({ includeEmpty: false }, (row, index) => {
    if (index > mostRows) return
    const cells: string[] = []
    for (let column = 1; column <= Math.min(sheet.columnCount, mostColumns); column += 1)
      cells.push(textOf(row.getCell(column)).trim())
    if (cells.some((cell) => cell !== '')) rows.push(cells)
  })
  const filledWidth = (row: string[]): number =>
    row.reduce((width, cell, index) => (cell === '' ? width : index + 1), 0)
  const width = rows.reduce((most, row) => Math.max(most, filledWidth(row)), 0)
  return rows.map((row) => {
    const filled = row.filter((cell) => cell !== '')
    // A title merged across the sheet is a line of its own, not a row.
    return filled.length === 1 && width > 2 && row[0] !== ''
      ? (row[0] ?? '')
      : tableLine(row.slice(0, width))
  })
}

/** The text of every visible sheet of an .xlsx, a row a | line |. */
export async function readXlsx(bytes: Uint8Array): Promise<string> {
  const book = new ExcelJS.Workbook()
  try {
    const copy = new ArrayBuffer(bytes.byteLength)
    new Uint8Array(copy).set(bytes)
    await book.xlsx.load(copy)
  } catch {
    throw new ImportRefusal('IMPORT.BROKEN_XLSX')
  }
  if (book.worksheets.length === 0) throw new ImportRefusal('IMPORT.BROKEN_XLSX')
  return book.worksheets
    .filter((sheet) => sheet.state === 'visible')
    .map((sheet) => sheetLines(sheet).join('\n'))
    .filter((text) => text !== '')
    .join('\n\n')
}
