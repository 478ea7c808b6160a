import type { DraftTask } from '@/domain/import/draft'
import { guessCategory } from './category-words'
import type { ImportedTask, ImportFault, ImportResult, Span } from './importer/types'

/** What was read from one file: the whole text, and the tasks and faults found in it. */
export interface ReadList extends ImportResult {
  readonly text: string
}

/** A reply holds less than 256 KB; a task longer than this is shown by its beginning. */
const longestExcerpt = 20_000

/** From the first to the last character that a task was read from, widened to whole lines. */
const excerptOf = (text: string, task: ImportedTask): DraftTask['source'] => {
  const spans = Object.values(task.spans)
  if (spans.length === 0) return { text: '', from: 0, to: 0 }
  const first = Math.min(...spans.map(([start]) => start))
  const last = Math.max(...spans.map(([, end]) => end))
  const from = text.lastIndexOf('\n', first - 1) + 1
  const lineEnd = text.indexOf('\n', last)
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, from + longestExcerpt)
  return { text: text.slice(from, to), from, to }
}

const liesIn = ([start]: Span, { from, to }: DraftTask['source']): boolean =>
  start >= from && start < to

/**
 * The importer joins the readings of one date by 或 and several dates by 、: the first readings
 * of all dates are one proposal, the last ones another.
 */
const proposalsOf = (proposed: string): string[] => {
  if (proposed === '') return []
  const dates = proposed.split('、').map((date) => date.split('或'))
  const most = Math.max(...dates.map((readings) => readings.length))
  return Array.from({ length: most }, (_, at) =>
    dates.map((readings) => readings[Math.min(at, readings.length - 1)]).join('、'),
  )
}

const draftOf = (
  task: ImportedTask,
  index: number,
  batchId: string,
  text: string,
  faults: readonly ImportFault[],
): DraftTask => {
  const source = excerptOf(text, task)
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
    deadline: task.deadline,
    measures: task.measures,
    progressText: task.progressText,
    source,
    spans: task.spans,
    unsure: task.unsure.map(({ field, reason, proposed }) => ({
      field,
      reason,
      proposed: proposalsOf(proposed),
      decided: null,
    })),
    faults: faults.filter(({ span }) => liesIn(span, source)).map(({ message }) => message),
    confirmed: false,
    taskId: null,
  }
}

/** Draft tasks of a list, and the sentences about the list as a whole. */
export const draftsOfList = (
  { text, tasks, faults }: ReadList,
  batchId: string,
): { drafts: DraftTask[]; faults: string[] } => {
  const drafts = tasks.map((task, index) => draftOf(task, index, batchId, text, faults))
  const general = faults.filter(({ span }) => !drafts.some(({ source }) => liesIn(span, source)))
  return { drafts, faults: [...new Set(general.map(({ message }) => message))] }
}
