import { columnTitles, tableTitles } from '@/copy/organization-table'
import {
  type ColumnName,
  tableColumns,
  type TableName,
  tableNames,
} from '@/domain/organization/roster-rules'
import { RuleError } from '@/domain/refusal'
import { CallError } from '../../_kit/call-error'
import { ImportRefusal } from '../reading/read-document'
import { type Archive, openArchive } from '../reading/unpack'
import { readBook, readShared } from '../reading/xlsx-book'
import { readSheet, type Sheet } from '../reading/xlsx-sheet'

/** One row as it stands in the file. */
export interface FileRow<C extends string = ColumnName> {
  /** As Excel numbers it, from 1. */
  readonly row: number
  readonly cells: Readonly<Partial<Record<C, string>>>
  readonly formulas: readonly C[]
}

/** The cells of a row, each under its column. */
export function cellsOf<C extends string>(
  named: Iterable<readonly [C, string]>,
): FileRow<C>['cells'] {
  const cells: { [column in C]?: string } = {}
  for (const [column, words] of named) cells[column] = words
  return cells
}

export type FileTables = Readonly<Record<TableName, readonly FileRow[]>>

/** Rows of one table that are read at once. */
export const mostRows = 500

/** Codes and telephones are words: 440902101201 is not 4.40902E+11, whatever the cell shows. */
const asWritten = {
  print: (_style: number, value: string): string => {
    const number = Number(value)
    return /e/i.test(value) && Number.isSafeInteger(number) ? String(number) : value
  },
}

/** The columns of a table and what stands in its head. */
interface Columns<C extends string> {
  readonly wanted: readonly C[]
  readonly titles: Readonly<Partial<Record<C, string>>>
  /** Columns that came later: a sheet of before has none of them. */
  readonly mayLack?: readonly C[]
}

/** Which column of the sheet is which of the table; the head is the sheet's first row. */
const columnsOf = <C extends string>(
  { wanted, titles, mayLack = [] }: Columns<C>,
  sheet: Sheet,
): Map<number, C> => {
  const head = sheet.rows[0]?.cells ?? new Map<number, string>()
  const found = [...head].flatMap(([at, words]): [number, C][] => {
    const column = wanted.find((each) => titles[each] === words.replace(/\s/g, ''))
    return column ? [[at, column]] : []
  })
  const names = new Set(found.map(([, column]) => column))
  const isLacking = wanted.some((column) => !names.has(column) && !mayLack.includes(column))
  if (isLacking || found.length > names.size)
    throw new RuleError('ORGANIZATION.NO_TABLE', ['fileId'])
  return new Map(found)
}

/** @throws RuleError `ORGANIZATION.NO_TABLE`, `ORGANIZATION.TOO_MANY` */
const rowsOf = <C extends string>(table: Columns<C>, sheet: Sheet): FileRow<C>[] => {
  const columns = columnsOf(table, sheet)
  const printed = new Map(sheet.rows.slice(1).map(({ index, cells }) => [index, cells]))
  const counted = sheet.formulas.filter(({ column }) => columns.has(column))
  const head = sheet.rows[0]!.index
  const indexes = new Set([...printed.keys(), ...counted.map(({ row }) => row)])
  const rows = [...indexes]
    .filter((index) => index > head)
    .sort((a, b) => a - b)
    .map((index): FileRow<C> => {
      const named = [...(printed.get(index) ?? [])].flatMap(([at, words]): [C, string][] => {
        const column = columns.get(at)
        return column ? [[column, words.trim()]] : []
      })
      const formulas = counted.filter(({ row }) => row === index)
      return {
        row: index + 1,
        cells: cellsOf(named),
        formulas: formulas.map(({ column }) => columns.get(column)!),
      }
    })
    .filter(({ cells, formulas }) => Object.keys(cells).length > 0 || formulas.length > 0)
  if (rows.length > mostRows) throw new RuleError('ORGANIZATION.TOO_MANY', ['fileId'])
  return rows
}

const tablesIn = async (archive: Archive): Promise<FileTables> => {
  const { sheets } = await readBook(archive)
  const shared = await readShared(archive)
  const tables: Record<TableName, readonly FileRow[]> = { regions: [], units: [], people: [] }
  let found = 0
  for (const table of tableNames) {
    const listed = sheets.find(({ name }) => name.trim() === tableTitles[table])
    if (!listed) continue
    found += 1
    const columns = { wanted: tableColumns[table], titles: columnTitles[table] }
    const sheet = await readSheet(archive, listed.part, shared, asWritten)
    tables[table] = rowsOf<ColumnName>(columns, sheet)
  }
  if (found === 0) throw new RuleError('ORGANIZATION.NO_TABLE', ['fileId'])
  return tables
}

/** @throws CallError `IMPORT.*` when the file cannot be read */
const reading = async <T>(bytes: Buffer, read: (archive: Archive) => Promise<T>): Promise<T> => {
  try {
    return await read(await openArchive(bytes))
  } catch (error) {
    if (error instanceof RuleError) throw error
    throw new CallError(error instanceof ImportRefusal ? error.code : 'IMPORT.BROKEN_XLSX', [
      'fileId',
    ])
  }
}

/**
 * The three tables of a workbook, cell by cell; a sheet that is not there is an empty table.
 * @throws RuleError `ORGANIZATION.NO_TABLE`, `ORGANIZATION.TOO_MANY`
 * @throws CallError `IMPORT.*` when the file cannot be read
 */
export const readWorkbook = (bytes: Buffer): Promise<FileTables> => reading(bytes, tablesIn)

/**
 * The rows of a workbook with one table, on its first sheet.
 * @throws RuleError `ORGANIZATION.NO_TABLE`, `ORGANIZATION.TOO_MANY`
 * @throws CallError `IMPORT.*` when the file cannot be read
 */
export const readTable = <C extends string>(
  bytes: Buffer,
  columns: Columns<C>,
): Promise<FileRow<C>[]> =>
  reading(bytes, async (archive) => {
    const { sheets } = await readBook(archive)
    const shared = await readShared(archive)
    return rowsOf(columns, await readSheet(archive, sheets[0]!.part, shared, asWritten))
  })
