import { siteTitles } from '@/copy/site-list'
import { pointColumns, type SiteColumn, siteColumns } from '@/domain/task/site-list'
import { cellsOf, type FileRow, readTable } from '../organization/read-workbook'

export type SiteFileRow = FileRow<SiteColumn>

export const siteRowsOfFile = (bytes: Buffer): Promise<SiteFileRow[]> =>
  readTable(bytes, { wanted: siteColumns, mayLack: pointColumns, titles: siteTitles })

/** Tabs as Excel copies them; commas or wide gaps as people type them. */
const between = /\t|[，,；;]| {2,}/

const titles = siteColumns.map((column) => siteTitles[column])

const isHead = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell, at) => cell === titles[at])

/** Lines that were typed or pasted, one site each: name, place, unit. */
export const siteRowsOfLines = (lines: string): SiteFileRow[] =>
  lines.split(/\r?\n/).flatMap((line, index) => {
    const cells = line.split(between).map((cell) => cell.trim())
    if (line.trim() === '' || isHead(cells)) return []
    const named = siteColumns.map((column, at) => [column, cells[at] ?? ''] as const)
    return [{ row: index + 1, cells: cellsOf(named), formulas: [] }]
  })
