import { mayBeDeadline } from './done-days'
import type { Column } from './grid-cells'
import { workWords } from './lexicon'
import { meantBy } from './meaning'

const taskWords = /^(?:主要|重点|具体)?(?:整改|整治|工作)(?:任务|事项)$/

/** 整改内容, 整改任务 beside a column of problems, and without one of measures, is what is to be done. */
function settleWork(columns: readonly Column[]): Column[] {
  const isWork = ({ words }: Column): boolean => workWords.has(words) || taskWords.test(words)
  const others = columns.filter((column) => !isWork(column))
  const settled =
    others.some(({ field }) => field === 'problem') &&
    !others.some(({ field }) => field === 'measures')
  return columns.map((column) =>
    settled && isWork(column) ? { ...column, field: 'measures' } : column,
  )
}

const fewestKnown = 2

/**
 * Names the columns whose heads the lexicon does not hold by what their words are about, in a head
 * whose other columns are known. A field that another column names stays with it.
 */
export function nameColumns(printed: readonly Column[]): Column[] {
  const columns = settleWork(printed)
  const known = columns.filter(({ field }) => field !== null)
  if (known.length < fewestKnown) return [...columns]
  const taken = new Set(known.map(({ field }) => field))
  return columns.map((column) => {
    if (column.field !== null) return column
    const field = mayBeDeadline(column.words) ? null : meantBy(column.words)
    if (field === null || (taken.has(field) && field !== 'ignored')) return column
    taken.add(field)
    return { ...column, field }
  })
}
