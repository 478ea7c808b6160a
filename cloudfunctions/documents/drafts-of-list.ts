import type { DraftTask } from '@/domain/import/draft'
import { guessCategory } from './category-words'
import type { ImportedTask, ImportFault, Span } from './importer/types'
import type { ReadFile } from './read-file'

/** A reply holds less than 256 KB; a task longer than this is shown by its beginning. */
const longestExcerpt = 20_000

/** Lines behind the last value that still belong to the task, such as an empty 督导单位：（ ）. */
const longestTail = 1_000

/** Words outside all tasks, as a batch shows them. */
const mostUnread = 20
const longestUnread = 80

const firstOf = (task: ImportedTask | undefined): number | null => {
  const starts = Object.values(task?.spans ?? {}).map(([start]) => start)
  return starts.length > 0 ? Math.min(...starts) : null
}

/** Where the task's lines end: before the next task, or before a blank line. */
const tailEnd = (text: string, from: number, next: number | null): number => {
  const blank = text.slice(from).search(/\n\s*\n/)
  const ends = [text.trimEnd().length, ...(blank < 0 ? [] : [from + blank])]
  if (next !== null && next > from) ends.push(text.lastIndexOf('\n', next - 1))
  const end = Math.min(...ends)
  return end > from && end - from <= longestTail ? end : from
}

/**
 * From the first to the last character that a task was read from, widened to whole lines and to
 * what follows before the next task.
 */
const excerptOf = (text: string, task: ImportedTask, next: number | null): DraftTask['source'] => {
  const spans = Object.values(task.spans)
  if (spans.length === 0) return { text: '', from: 0, to: 0 }
  const first = Math.min(...spans.map(([start]) => start))
  const last = Math.max(...spans.map(([, end]) => end))
  const from = text.lastIndexOf('\n', first - 1) + 1
  const lineEnd = text.indexOf('\n', last)
  const end = tailEnd(text, lineEnd < 0 ? text.length : lineEnd, next)
  const to = Math.min(end, from + longestExcerpt)
  return { text: text.slice(from, to), from, to }
}

const liesIn = ([start]: Span, { from, to }: DraftTask['source']): boolean =>
  start >= from && start < to

/**
 * The importer joins the readings of one date by 或 and several dates by 、: the first readings
 * of all dates are one proposal, the last ones another. Names and other words hold 、 themselves.
 */
const proposalsOf = (field: string, proposed: string): string[] => {
  if (proposed === '') return []
  if (!/\.dates$|^notice\./.test(field)) return [proposed]
  const dates = proposed.split('、').map((date) => date.split('或'))
  const most = Math.max(...dates.map((readings) => readings.length))
  return Array.from({ length: most }, (_, at) =>
    dates.map((readings) => readings[Math.min(at, readings.length - 1)]).join('、'),
  )
}

/** What is told of words that a person finds at once; longer stretches say nothing by their place. */
const placed: ReadonlySet<string> = new Set([
  'IMPORT.READING_DOUBTFUL',
  'IMPORT.LINE_UNCLEAR',
  'IMPORT.DEADLINE_TWICE',
])
const longestPlace = 120
const isPlaced = ({ code, span: [from, to] }: ImportFault): boolean =>
  placed.has(code) && to - from <= longestPlace

const draftOf = (
  task: ImportedTask,
  index: number,
  batchId: string,
  text: string,
  faults: readonly ImportFault[],
  next: number | null,
  unread: readonly Span[],
): DraftTask => {
  const source = excerptOf(text, task, next)
  const own = faults.filter(({ span }) => liesIn(span, source))
  return {
    batchId,
    index,
    number: task.number,
    upperNumber: task.upperNumber,
    parentNumber: task.parentNumber,
    title: task.title,
    problem: task.problem,
    category: guessCategory([task.title, task.problem, ...task.goals].join('\n')),
    goals: task.goals,
    units: task.units,
    ...(task.leadOfficial !== undefined && { leadOfficial: task.leadOfficial }),
    deadline: task.deadline,
    measures: task.measures,
    progressText: task.progressText,
    source,
    spans: task.spans,
    unread: unread.filter(([from]) => from >= source.from && from < source.to),
    known: null,
    unsure: task.unsure.map(({ field, reason, proposed }) => ({
      field,
      reason,
      proposed: proposalsOf(field, proposed),
      decided: null,
    })),
    doubts: own.filter(isPlaced).map(({ message, span }) => ({ message, span })),
    faults: own.filter((fault) => !isPlaced(fault)).map(({ message }) => message),
    confirmed: false,
    taskId: null,
  }
}

/** Draft tasks of a list, and the sentences about the list as a whole. */
export const draftsOfList = (
  { text, tasks, faults, coverage }: Pick<ReadFile, 'text' | 'tasks' | 'faults' | 'coverage'>,
  batchId: string,
): { drafts: DraftTask[]; faults: string[]; covered: number; unread: string[] } => {
  const drafts = tasks.map((task, index) =>
    draftOf(task, index, batchId, text, faults, firstOf(tasks[index + 1]), coverage.unread),
  )
  const general = faults.filter(({ span }) => !drafts.some(({ source }) => liesIn(span, source)))
  const outside = coverage.unread.filter(
    (span) => !drafts.some(({ source }) => liesIn(span, source)),
  )
  return {
    drafts,
    faults: [...new Set(general.map(({ message }) => message))],
    covered: Math.floor(coverage.share * 100),
    unread: outside.slice(0, mostUnread).map((span) => text.slice(...span).slice(0, longestUnread)),
  }
}
