import {
  columnTitles,
  levelNames,
  staffRoles,
  tableTitles,
  templateWords,
  unitKindNames,
} from '@/copy/organization-table'
import { roleNames } from '@/copy/identity'
import { tableColumns, type TableName, tableNames } from '@/domain/organization/roster-rules'
import { mostRows } from './read-workbook'

/** The same for everybody: it says nothing of anybody. */
export const templatePath = 'templates/organization.xlsx'

/** Columns in which only some words are understood. */
const choices: Readonly<Record<TableName, Readonly<Record<string, readonly string[]>>>> = {
  regions: { level: Object.values(levelNames) },
  units: { kind: Object.values(unitKindNames) },
  people: { role: staffRoles.map((role) => roleNames[role]) },
}

/** A list behind a cell holds 255 characters; these are far below. */
const listOf = (words: readonly string[]) => ({
  type: 'list' as const,
  allowBlank: true,
  showErrorMessage: true,
  formulae: [`"${words.join(',')}"`],
})

/** The workbook that `readWorkbook` reads, with nothing filled in. */
export const makeTemplate = async (): Promise<Buffer> => {
  const { Workbook } = await import('exceljs')
  const book = new Workbook()
  for (const table of tableNames) {
    const sheet = book.addWorksheet(tableTitles[table], { views: [{ state: 'frozen', ySplit: 1 }] })
    const titles: Partial<Record<string, string>> = columnTitles[table]
    // Codes and telephones are words: Excel would count with them.
    sheet.columns = tableColumns[table].map((key) => ({
      key,
      header: titles[key] ?? '',
      width: 22,
      style: { numFmt: '@' },
    }))
    sheet.getRow(1).font = { bold: true }
    tableColumns[table].forEach((key, index) => {
      const words = choices[table][key]
      if (!words) return
      for (let row = 2; row <= mostRows + 1; row += 1)
        sheet.getCell(row, index + 1).dataValidation = listOf(words)
    })
  }
  const guide = book.addWorksheet(templateWords.guide)
  guide.getColumn(1).width = 90
  templateWords.lines.forEach((line) => guide.addRow([line]))
  return Buffer.from(await book.xlsx.writeBuffer())
}
