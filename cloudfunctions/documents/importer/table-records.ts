import type { Row } from './grid-cells'
import type { Grid } from './grid-model'
import type { LabelField } from './label-field'
import { leadingNumber } from './head-number'
import { officialOfRow } from './official'
import type { FieldText, RawRecord, SharedField } from './raw-record'
import { readOrdinal } from './numerals'
import { compact, isEmptySpan, trimSpan, type Source } from './source'
import type { Span } from './types'

function fieldsOf(grid: Grid, row: Row): FieldText[] {
  return grid.columns.flatMap((column, index) => {
    const span = row.cells[index]
    if (
      !column.field ||
      column.field === 'ignored' ||
      column.field === 'notice' ||
      !span ||
      isEmptySpan(span)
    )
      return []
    return [{ field: column.field, level: column.level, span, inner: [] }]
  })
}

const naming = new Set(['number', 'problem', 'title'])

/** 序号 and 问题 merged over several rows: the later rows add to the task above them. */
function continues(fields: FieldText[], last: RawRecord | undefined): boolean {
  return last !== undefined && fields.length > 0 && !fields.some((text) => naming.has(text.field))
}

const perRow: ReadonlySet<LabelField> = new Set([
  'lead',
  'responsible',
  'supporting',
  'supervising',
  'accepting',
  'supervisingAccepting',
  'deadline',
])

/** Gives the row's units and deadline to its measures when later rows of the task print their own. */
function giveToMeasures(fields: FieldText[], which: ReadonlySet<LabelField>): FieldText[] {
  const measures = fields.find((text) => text.field === 'measures')
  const own = fields.filter((text) => which.has(text.field))
  if (!measures || own.length === 0) return fields
  const given: FieldText = { ...measures, row: [...(measures.row ?? []), ...own] }
  return fields.flatMap((text) => (own.includes(text) ? [] : [text === measures ? given : text]))
}

const wordsOf = (source: Source, fields: FieldText[], field: LabelField): string =>
  fields
    .filter((text) => text.field === field)
    .map((text) => compact(source, text.span))
    .join('\n')

/** A merged cell written out in every row: the same number and the same problem again. */
function sameTask(source: Source, fields: FieldText[], last: RawRecord | undefined): boolean {
  if (!last) return false
  const named = (['problem', 'title'] as const).some((field) => {
    const words = wordsOf(source, fields, field)
    return words !== '' && words === wordsOf(source, last.fields, field).split('\n')[0]
  })
  const numbers = wordsOf(source, fields, 'number') === wordsOf(source, last.fields, 'number')
  return named && numbers
}

/** What the row prints that the task above it does not hold yet. */
const fresh = (source: Source, fields: FieldText[], last: RawRecord): FieldText[] =>
  fields.filter(
    (text) =>
      perRow.has(text.field) ||
      !last.fields.some(
        (one) =>
          one.field === text.field && compact(source, one.span) === compact(source, text.span),
      ),
  )

function addRow(record: RawRecord, fields: FieldText[], row: Row): void {
  const repeated = new Set(fields.map((text) => text.field).filter((field) => perRow.has(field)))
  const hasMeasures = fields.some((text) => text.field === 'measures')
  if (hasMeasures) record.fields = giveToMeasures(record.fields, repeated)
  record.fields.push(...(hasMeasures ? giveToMeasures(fields, perRow) : fields))
  record.end = row.end
  record.rows?.push(row)
}

/** A line across the table (一、大气方面) groups the rows below it and is no task. */
const isGroupLine = (row: Row, fields: FieldText[]): boolean =>
  row.cells.filter((cell) => !isEmptySpan(cell)).length <= 1 && fields.length <= 1

/** 第四项 in front of a numbered row's problem counts in the plan above. */
function withoutUpper(source: Source, fields: FieldText[]): FieldText[] {
  const named = fields.find((text) => text.field === 'problem')
  const led = named && leadingNumber(source, named.span)
  if (!named || !led) return fields
  const number: FieldText = { field: 'upperNumber', level: null, span: led.number, inner: [] }
  const others = fields.map((text) => (text === named ? { ...text, span: led.rest } : text))
  const known = fields.some((text) => text.field === 'upperNumber')
  return known ? others : [...others, number]
}

/** Without a number column the number may begin the text: 1.淘汰燃煤锅炉. */
function recordOf(source: Source, fields: FieldText[], row: Row): RawRecord {
  const { start, end } = row
  const bare: RawRecord = { fields, head: null, parent: null, start, end, rows: [row] }
  if (fields.some((text) => text.field === 'number'))
    return { ...bare, fields: withoutUpper(source, fields) }
  const named = fields.find((text) => text.field === 'title' || text.field === 'problem')
  const ordinal = named ? readOrdinal(source.folded, named.span[0]) : null
  if (!named || !ordinal || !/^(?:arabic|chinese|chineseBracket|item)$/.test(ordinal.style))
    return bare
  const number: Span = ordinal.number
  const rest: Span = [ordinal.end, named.span[1]]
  const others = fields.map((text) =>
    text === named ? { ...text, span: trimSpan(source, rest) } : text,
  )
  return { ...bare, fields: [{ field: 'number', level: null, span: number, inner: [] }, ...others] }
}

/** What the row takes from a row above, and whose it is. */
function sharedOf(grid: Grid, row: Row): SharedField[] {
  const numberAt = grid.columns.findIndex(({ field }) => field === 'number')
  return [...(row.above ?? [])].flatMap(([at, from]) => {
    const field = grid.columns[at]?.field
    const number = from.cells[numberAt]
    return field ? [{ field, with: number && !isEmptySpan(number) ? number : null }] : []
  })
}

/** The tasks of a table, a row each. */
export function rowRecords(source: Source, grid: Grid): RawRecord[] {
  const records: RawRecord[] = []
  for (const row of grid.rows) {
    const fields = fieldsOf(grid, row)
    const last = records[records.length - 1]
    if (last && sameTask(source, fields, last)) {
      addRow(last, fresh(source, fields, last), row)
      continue
    }
    if (continues(fields, last) && last) {
      addRow(last, fields, row)
      continue
    }
    if (isGroupLine(row, fields)) continue
    const shared = sharedOf(grid, row)
    records.push({
      ...recordOf(source, fields, row),
      official: officialOfRow(grid, row),
      ...(shared.length > 0 && { shared }),
    })
  }
  return records
}
