import { ledgerBookWords as words, ledgerCell, ledgerTitles } from '@/copy/ledger'
import type { ActionOutput } from '@/contract/actions'
import type { IsoDay } from '@/domain/calendar/day'
import type { LedgerColumn } from '@/domain/task/ledger-columns'

type Row = ActionOutput<'task.listLedger'>['items'][number]

interface Book {
  readonly columns: readonly LedgerColumn[]
  readonly rows: readonly Row[]
  readonly today: IsoDay
  /** There are more than stand in it. */
  readonly left: boolean
}

/** Widths in characters; the others hold a word or a day. */
const widths: Partial<Record<LedgerColumn, number>> = {
  title: 48,
  responsible: 32,
  lead: 28,
  turn: 40,
  villages: 32,
}

/** A program that reads the sheet as formulas, also once it was saved as CSV, finds none. */
const asWords = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Every cell is words: Excel counts with none of them. */
export const makeLedgerBook = async ({ columns, rows, today, left }: Book): Promise<Buffer> => {
  const { Workbook } = await import('exceljs')
  const book = new Workbook()
  const sheet = book.addWorksheet(words.sheet, { views: [{ state: 'frozen', ySplit: 2 }] })
  sheet.columns = columns.map((key) => ({
    key,
    width: widths[key] ?? 18,
    style: { numFmt: '@', alignment: { vertical: 'top' as const, wrapText: true } },
  }))
  sheet.addRow([words.head(rows.length, today, left)]).getCell(1).alignment = { wrapText: false }
  sheet.addRow(columns.map((column) => ledgerTitles[column])).font = { bold: true }
  for (const row of rows)
    sheet.addRow(columns.map((column) => asWords(ledgerCell(column, row, today))))
  return Buffer.from(await book.xlsx.writeBuffer())
}
