import type { Grid, Row } from './grid'
import type { FieldText, RawRecord } from './raw-record'
import { isEmptySpan, type Source } from './source'
import type { Span } from './types'

function fieldsOf(grid: Grid, row: Row): FieldText[] {
  return grid.columns.flatMap((column, index) => {
    const span = row.cells[index]
    if (!column.field || column.field === 'ignored' || column.field === 'notice' || !span || isEmptySpan(span)) return []
    return [{ field: column.field, level: column.level, span, inner: [] }]
  })
}

const naming = new Set(['number', 'problem', 'title'])

/** 序号 and 问题 merged over several rows: the later rows add to the task above them. */
function continues(fields: FieldText[], last: RawRecord | undefined): boolean {
  return last !== undefined && fields.length > 0 && !fields.some((text) => naming.has(text.field))
}

/** A line across the table (一、大气方面) groups the rows below it and is no task. */
const isGroupLine = (row: Row, fields: FieldText[]): boolean =>
  row.cells.filter((cell) => !isEmptySpan(cell)).length <= 1 && fields.length <= 1

/** The tasks of a table, a row each. */
export function rowRecords(_source: Source, grid: Grid): RawRecord[] {
  const records: RawRecord[] = []
  for (const row of grid.rows) {
    const fields = fieldsOf(grid, row)
    const last = records[records.length - 1]
    if (continues(fields, last) && last) {
      last.fields.push(...fields)
      last.end = row.end
      continue
    }
    if (isGroupLine(row, fields)) continue
    const bounds: Span = [row.start, row.end]
    records.push({ fields, head: null, parent: null, start: bounds[0], end: bounds[1] })
  }
  return records
}
