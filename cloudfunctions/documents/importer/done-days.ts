import type { Grid } from './grid-model'
import type { Label } from './label'
import { type Source, compact, slice } from './source'

/** 完成日期: the day by which, or the day on which it was done. */
const either: ReadonlySet<string> = new Set([
  '完成日期',
  '整改完成时间',
  '整改完成日期',
  '销号日期',
])
/** 办结日, 整改完成年月: the same, in words that the lexicon does not hold. */
const alike = /^(?:整改)?(?:完成|办结|销号|达标)(?:年月|日)$/
export const mayBeDeadline = (word: string): boolean => either.has(word) || alike.test(word)

/** 2023年10月底前, 立行立改: a limit, and no day that has come. */
const limit = /(?:前|底|末|以?内)[。;]?$|^(?:立行|立即|长期|持续)/
export const setsLimit = (words: string): boolean => limit.test(words)

/**
 * 完成日期:2023年10月底前 is the deadline where no other name prints one and one of its days is a
 * limit. Where none is, nobody can tell: the task is told (`doubts`).
 */
export function settleDoneDays(source: Source, labels: Label[]): Label[] {
  const days = labels.filter(({ word }) => mayBeDeadline(word))
  if (days.length === 0 || labels.some(({ field }) => field === 'deadline')) return labels
  const limits = days.some(({ valueStart }) => {
    const stop = source.folded.indexOf('\n', valueStart)
    return setsLimit(slice(source, [valueStart, stop < 0 ? source.folded.length : stop]).trim())
  })
  return limits
    ? labels.map((label) => (days.includes(label) ? { ...label, field: 'deadline' } : label))
    : labels
}

const tellsTheState = /是否|状态|结论/

/**
 * A column 完成日期 is the deadline where no other column is one and either a cell sets a limit or
 * nothing else in the table tells how far the tasks are: a list of what is still to be done has no
 * day on which it was. Beside a column of progress it stays the day on which it was done.
 */
export function settleDoneColumn(source: Source, { columns, rows }: Grid): void {
  const at = columns.findIndex(({ words }) => mayBeDeadline(words))
  const column = columns[at]
  if (!column || columns.some(({ field }) => field === 'deadline')) return
  const limits = rows.some(({ cells }) => cells[at] && setsLimit(compact(source, cells[at])))
  const isTold = columns.some(
    ({ field, words }) => field === 'progress' || tellsTheState.test(words),
  )
  // 是否达序时 asks whether they are in time: the days are still to come.
  const planned = columns.some(({ words }) => words.includes('序时'))
  if (limits || planned || !isTold) columns[at] = { ...column, field: 'deadline' }
}
