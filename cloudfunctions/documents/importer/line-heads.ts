import type { Label } from './label'
import { perMeasure } from './measure-labels'
import { readOrdinal } from './numerals'
import { firstWhere } from './search-sorted'
import { type Source, slice } from './source'
import type { Span } from './types'
import { wordsBehindMark } from './unknown-heads'

/** Lines of a problem that no known number and no label names. */
const longestHead = 4
/** Fewer letters are no problem. */
const fewestWords = 4

/** Lines between the text of the field before and the label that begins a task. */
function linesAbove(
  { lines, folded }: Source,
  before: Label | undefined,
  start: number,
  from: number,
): Span[] {
  const to = firstWhere(lines, ([begin]) => begin >= start)
  if (!before) return lines.slice(0, to).filter(([begin]) => begin >= from)
  let text = before.valueStart
  while (text < start && /\s/.test(folded[text] ?? '')) text += 1
  return lines.slice(
    firstWhere(lines, ([begin]) => begin > text),
    to,
  )
}

/**
 * The words over a task's first label. A name or a day is one line, and what stands below it is no
 * more of it; any other text ends only at a mark.
 */
function headAbove(source: Source, before: Label | undefined, above: Span[]): Span | null {
  const last = above.at(-1)
  const marked = above.map((line) => wordsBehindMark(source, line) > line[0]).lastIndexOf(true)
  const short = !before || perMeasure.has(before.field) || before.field === 'number'
  const rest = before ? above[0] : last
  const first = marked >= 0 ? above[marked] : short ? rest : undefined
  if (!first || !last || above.length - above.indexOf(first) > longestHead) return null
  if (readOrdinal(source.folded, first[0])) return null
  const head: Span = [wordsBehindMark(source, first), last[1]]
  const words = slice(source, head)
  return words.length < fewestWords || words.endsWith(':') ? null : head
}

export interface LineHead {
  /** Where its mark begins. */
  start: number
  span: Span
}

/**
 * 甲、某河污水直排。 over 责任单位: … and so on: problems whose numbers have no form that is known,
 * each on the lines over its task's first label.
 * @param starts where repeated labels begin the tasks
 * @returns one for each task; none where a label names the problems, or one task has none
 */
export function lineHeads(
  source: Source,
  labels: readonly Label[],
  starts: readonly number[],
  range: Span,
): LineHead[] {
  if (labels.some(({ field }) => field === 'problem' || field === 'title')) return []
  const heads = starts.flatMap((start, at): LineHead[] => {
    const before =
      at === 0 ? undefined : labels[firstWhere(labels, (one) => one.start >= start) - 1]
    const above = linesAbove(source, before, start, range[0])
    const span = headAbove(source, before, above)
    const line = span && above.find(([begin, end]) => begin <= span[0] && span[0] < end)
    return span && line ? [{ start: line[0], span }] : []
  })
  return heads.length === starts.length ? heads : []
}
