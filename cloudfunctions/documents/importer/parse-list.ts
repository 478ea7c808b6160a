import { buildDraft, type DocumentContext } from './build-draft'
import { checkNumbers, checkTask } from './checks'
import { bodyEnd } from './closing'
import { findDates } from './dates'
import { faultAt, writeTask, type DraftTask } from './draft'
import { readGrids } from './grid'
import type { Grid } from './grid-model'
import { findTitle } from './heading'
import type { Label } from './label'
import { scanLabels } from './labels'
import { readNotice } from './notice'
import type { RawRecord } from './raw-record'
import { readRecords } from './records'
import { slice, readSource, type Source } from './source'
import { rowRecords } from './table-records'
import type { ImportFault, ImportResult, ParseOptions, Span } from './types'

interface Found {
  records: RawRecord[]
  listStart: number
  faults: ImportFault[]
  tabular: boolean
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
  if (record.head) kinds.add('title')
  // Goals and measures alone make a plan, not a task that somebody has to finish.
  return kinds.size >= 2 && [...kinds].some((field) => field !== 'goals' && field !== 'measures')
}

/** Where the last label stands that no page's foot prints (主办单位, 承办单位). */
const lastOf = (labels: Label[]): number =>
  labels.reduce(
    (last, { field, valueStart }) =>
      telling.has(field) && field !== 'lead' && field !== 'responsible' ? valueStart : last,
    0,
  )

function findRecords(source: Source): Found {
  const grids = readGrids(source)
  const rows = grids.flatMap((grid) => rowRecords(source, grid))
  const tables = rows.filter(isTask)
  const firstGrid = grids[0]
  if (tables.length > 0 && firstGrid) {
    return {
      records: tables,
      listStart: firstGrid.start,
      faults: grids.flatMap(gridFaults),
      tabular: true,
    }
  }
  const labels = scanLabels(source)
  const records = readRecords(source, [0, bodyEnd(source, lastOf(labels))], labels).filter(isTask)
  const first = labels.find((label) => telling.has(label.field) || label.field === 'number')
  return { records, listStart: first?.start ?? 0, faults: [], tabular: false }
}

/** The year that most of the dates in the text stand in: for proposals only. */
function commonYear(source: Source): number | null {
  const counts = new Map<string, number>()
  for (const found of source.folded.matchAll(/(?<!\d)(20\d{2})(?=\s*年|[-./]\d)/g)) {
    const year = found[1] ?? ''
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0]
  return best ? Number(best[0]) : null
}

/** The day the paper itself names as its own: 发布时间, or the date below the signature. */
function publishedOn(source: Source, end: number): string | null {
  const meta = /发布(?:时间|日期)\s*:?|发表时间\s*:?/.exec(source.folded)
  const places: Span[] = []
  if (meta) places.push([meta.index + meta[0].length, meta.index + meta[0].length + 14])
  if (end < source.folded.length) places.push([end, source.folded.length])
  for (const [from, to] of places) {
    const date = findDates(source.folded, from, to, null).find(
      (one) => one.days && one.precision === 'day',
    )
    if (date?.days) return date.days.first
  }
  return null
}

/** The paper ends with the bare ordinal of a section that is missing. */
function brokenTail(source: Source): Span | null {
  const last = source.lines[source.lines.length - 1]
  return last &&
    source.lines.length > 4 &&
    /^\(?[一二三四五六七八九十]{1,2}\)?[、.]?$/.test(slice(source, last))
    ? last
    : null
}

const count = (words: string, mark: string): number => words.split(mark).length

/** The last text of the paper ends in the middle of a sentence or of a bracket. */
function cutOff(source: Source, drafts: DraftTask[], tabular: boolean): ImportFault[] {
  const tail = brokenTail(source)
  if (tail) return [faultAt('IMPORT.CUT_OFF', tail)]
  const last = drafts[drafts.length - 1]
  if (!last || tabular) return []
  const texts = told(last)
  const final = [...texts].sort((a, b) => b[1] - a[1])[0]
  if (!final || source.folded.slice(final[1]).trim() !== '') return []
  const words = slice(source, final)
  const open = [
    ['(', ')'],
    ['《', '》'],
    ['“', '”'],
  ].some(([left = '', right = '']) => count(words, left) > count(words, right))
  const others = texts.some((span) => span !== final && /[。;!]$/.test(slice(source, span)))
  const unfinished = others && words.length > 24 && !/[。;!)”》]$/.test(words)
  return open || unfinished ? [faultAt('IMPORT.CUT_OFF', final)] : []
}

/** Texts in which a notice would be an earlier one's story. */
function told(draft: DraftTask): Span[] {
  return [
    draft.progress,
    draft.problem,
    ...draft.goals,
    ...draft.measures.map((measure) => measure.text),
  ].filter((span) => span !== null)
}

function contextOf(source: Source, found: Found): DocumentContext {
  const assumedYear = commonYear(source)
  if (found.records.length !== 1) return { assumedYear, title: null, introduction: null }
  return {
    assumedYear,
    title: findTitle(source, found.listStart),
    introduction: [0, found.listStart],
  }
}

const inOrder = (faults: ImportFault[]): ImportFault[] => {
  const seen = new Set<string>()
  return faults
    .filter((fault) => {
      const key = `${fault.code} ${fault.span.join('-')}`
      return !seen.has(key) && Boolean(seen.add(key))
    })
    .sort((a, b) => a.span[0] - b.span[0])
}

/**
 * Reads a rectification list, a close-out notice, a petition table or a division table.
 * @param text the text as read; all spans are UTF-16 offsets into it
 * @returns draft tasks and the faults of the print; a text without a list gives no tasks and the
 *   fault `IMPORT.NOT_A_LIST`. Never throws. Time grows linearly with the text.
 */
export function parseList(text: string, options: ParseOptions = {}): ImportResult {
  const source = readSource(text)
  const found = findRecords(source)
  if (found.records.length === 0)
    return { tasks: [], faults: [faultAt('IMPORT.NOT_A_LIST', [0, text.length])] }
  const context = contextOf(source, found)
  const drafts = found.records.map((record) => buildDraft(source, record, context))
  const notice = readNotice(source, drafts.flatMap(told), context.assumedYear, options)
  const published = publishedOn(source, bodyEnd(source))
  const written = drafts.map((draft) => writeTask(source, draft, notice))
  const tasks = written.map(({ task }) => task)
  const faults = [
    ...found.faults,
    ...written.flatMap(({ task, faults: own }) => [...own, ...checkTask(task, notice, published)]),
    ...notice.faults.map(({ code, span }) => faultAt(code, span)),
    ...checkNumbers(tasks),
    ...cutOff(source, drafts, found.tabular),
  ]
  return { tasks, faults: inOrder(faults) }
}
