import { bodyEnd } from './closing'
import { faultAt } from './draft'
import { readGrids } from './grid'
import type { Grid } from './grid-model'
import { guessCards } from './guessed-cards'
import type { Label } from './label'
import { guessGrids } from './guessed-table'
import { scanLabels } from './labels'
import { loosened } from './loosened'
import { perMeasure, taskField } from './measure-labels'
import { readOrdinal } from './numerals'
import type { RawRecord } from './raw-record'
import { readRecords } from './records'
import { runOnLines } from './run-on'
import { isEmptySpan, type Source, trimSpan } from './source'
import { rowRecords } from './table-records'
import { firstWhere } from './search-sorted'
import type { ImportFault, Span } from './types'

/** The tasks of a text as found, with what else of the print is known. */
export interface Found {
  records: RawRecord[]
  listStart: number
  /** Where the list ends and the foot of the paper begins. */
  listEnd: number
  faults: ImportFault[]
  tabular: boolean
  /** Words that name and number the values. */
  marks: Span[]
  /** Words that are no task's. */
  asides: Span[]
}

function gridFaults(grid: Grid): ImportFault[] {
  const faults: ImportFault[] = []
  const first = grid.rows[0]
  if (grid.shifted && first)
    faults.push(faultAt('IMPORT.COLUMNS_SHIFTED', [first.start, first.end]))
  for (const row of grid.uneven)
    faults.push(faultAt('IMPORT.ROW_CELLS_DIFFER', [row.start, row.end]))
  for (const row of grid.rows)
    if (row.cut) faults.push(faultAt('IMPORT.CUT_OFF', [row.start, row.end]))
  return faults
}

/** Fields that make a record a task: a label or two in running text are no list. */
const telling = new Set([
  'problem',
  'goals',
  'measures',
  'deadline',
  'progress',
  'title',
  'lead',
  'responsible',
])
const isTask = (record: RawRecord): boolean => {
  const kinds = new Set(
    record.fields.map((text) => text.field).filter((field) => telling.has(field)),
  )
  if (record.unpaired) return true
  // A numbered head among others is a task, whatever it prints.
  if (record.section && record.head) return !isEmptySpan(record.head.span) || kinds.size > 1
  if (record.head) kinds.add('title')
  // Goals and measures alone make a plan, not a task that somebody has to finish.
  return kinds.size >= 2 && [...kinds].some((field) => field !== 'goals' && field !== 'measures')
}

const names =
  (field: string) =>
  ({ fields }: RawRecord): boolean =>
    fields.some((text) => text.field === field)

/**
 * The tasks of a list, and the places of what looks like one and is left out among them. 反馈问题:…
 * among others, without a field of its own, is a task as well.
 */
function tasksOf(records: RawRecord[]): { tasks: RawRecord[]; leftOut: Span[] } {
  const sure = records.filter(isTask)
  const [first] = sure
  if (!first) return { tasks: [], leftOut: [] }
  const named = sure.filter(names('problem')).length * 2 >= sure.length
  const told = named ? names('problem') : () => false
  const tasks = records.filter((record) => isTask(record) || told(record))
  const leftOut = records.filter(
    (record) => !tasks.includes(record) && record.start > first.start && record.fields.length > 0,
  )
  return { tasks, leftOut: leftOut.map(({ start, end }) => [start, end]) }
}

/** Where the last label stands that no page's foot prints (主办单位, 承办单位). */
const lastOf = (labels: Label[]): number =>
  labels.reduce(
    (last, { field, valueStart }) =>
      telling.has(field) && field !== 'lead' && field !== 'responsible' ? valueStart : last,
    0,
  )

/** The heads of a table, and its columns and lines that no field asks for. */
function aroundRows(grid: Grid, records: RawRecord[]): Pick<Found, 'marks' | 'asides'> {
  const first = grid.rows[0]
  const tasks = new Set(records.flatMap(({ rows }) => rows ?? []))
  const asides = grid.rows.flatMap((row): Span[] =>
    tasks.has(row)
      ? row.cells.filter((_, at) => /^(?:ignored|notice)$/.test(grid.columns[at]?.field ?? ''))
      : [[row.start, row.end]],
  )
  return { marks: first ? [[grid.start, first.start]] : [], asides }
}

function tableRecords(source: Source, grids: Grid[]): Found | null {
  const read = grids.map((grid) => ({ grid, records: rowRecords(source, grid).filter(isTask) }))
  const [first] = read
  const records = read.flatMap((one) => one.records)
  if (!first || records.length === 0) return null
  const around = read.map((one) => aroundRows(one.grid, one.records))
  return {
    records,
    listStart: first.grid.start,
    listEnd: Math.max(...grids.map(({ end }) => end)),
    faults: grids.flatMap(gridFaults),
    tabular: true,
    marks: around.flatMap(({ marks }) => marks),
    asides: around.flatMap(({ asides }) => asides),
  }
}

/** 下一步工作: nobody knows the name of the field. */
const isUnknown = ({ word }: Label): boolean => word === ''

/** 一、… above the first label that is known, 二、整改目标: a field of the task too. */
function firstCounted(source: Source, first: Label | undefined): number {
  const { ordinal, start = 0 } = first ?? {}
  if (!ordinal || ordinal.value < 2) return start
  const above = source.lines.filter(([from]) => {
    const own = from < start ? readOrdinal(source.folded, from) : null
    return own?.style === ordinal.style && own.value < ordinal.value
  })
  return above.at(-ordinal.value + 1)?.[0] ?? above[0]?.[0] ?? start
}

/** A label's words, and the text of labels that no field asks for. */
function aroundLabels(labels: Label[], records: RawRecord[], end: number) {
  const marks = labels.map(({ start, valueStart }): Span => [start, valueStart])
  const starts = records.map(({ start }) => start)
  const asides = labels.flatMap((label, at): Span[] => {
    if (taskField(label) || isUnknown(label)) return []
    const task = starts[firstWhere(starts, (start) => start > label.start)] ?? end
    return [[label.valueStart, Math.min(labels[at + 1]?.start ?? end, task)]]
  })
  return { marks, asides }
}

function labelledRecords(source: Source): Found {
  const runOn = runOnLines(source)
  const labels = scanLabels(source, runOn)
  const listEnd = bodyEnd(source, lastOf(labels))
  const { tasks: records, leftOut } = tasksOf(readRecords(source, [0, listEnd], labels, runOn))
  const first = labels.find((label) => telling.has(label.field) || label.field === 'number')
  const [head, other] = records
  // A lone task's heading belongs to the introduction.
  const start = Math.min(firstCounted(source, first), (other && head?.start) ?? Infinity)
  const around = aroundLabels(labels, records, listEnd)
  const heads = records.flatMap(({ head }): Span[] =>
    head?.ordinal ? [[head.ordinal.start, head.ordinal.end]] : [],
  )
  const closings = records.at(-1)?.closings ?? []
  const headings = records.flatMap(({ section, above }): Span[] =>
    section?.parent && !above ? [[section.parent.head.start, section.parent.end]] : [],
  )
  return {
    records,
    listStart: start,
    listEnd,
    faults: leftOut.map((span) => faultAt('IMPORT.WORDS_LEFT', trimSpan(source, span))),
    tabular: false,
    marks: [...around.marks, ...heads],
    asides: [...around.asides, ...closings, ...headings],
  }
}

function cardRecords(source: Source): Found | null {
  const { records, names } = guessCards(source)
  const [first, last] = [records[0], records.at(-1)]
  if (!first || !last) return null
  return {
    ...{ records, faults: [], tabular: false, marks: names, asides: [] },
    ...{ listStart: first.start, listEnd: last.end },
  }
}

const guessedAs = (guessed: RawRecord['guessed'], found: Found | null): Found | null => {
  for (const record of found?.records ?? []) record.guessed = guessed
  return found && found.records.length > 0 ? found : null
}

/**
 * Tables first; a text without one is read by its labels. Of what no rule knows a table is read by
 * its cells, names in odd marks as if the marks were the usual ones, and names that nobody knows and
 * that each task prints again by what stands behind them.
 */
export function findRecords(source: Source): Found {
  const known = tableRecords(source, readGrids(source)) ?? labelledRecords(source)
  if (known.records.length > 0) return known
  const table = guessedAs('columns', tableRecords(source, guessGrids(source)))
  const loose = table ? null : loosened(source)
  const read = table ?? guessedAs('marks', loose && labelledRecords(loose))
  return read ?? guessedAs('marks', cardRecords(source)) ?? known
}

/** Fields whose text is read whole, names and marks together. */
export const readWhole = (field: string, length: number): boolean =>
  perMeasure.has(field as never) ||
  /^(?:goals|measures)$/.test(field) ||
  (/^(?:number|upperNumber)$/.test(field) && length <= longestNumber)

/** A number's cell with more words than this holds words of its neighbour. */
const longestNumber = 16
