import type { Label } from './label'
import { firstWhere } from './search-sorted'
import { type Source, isEmptySpan, slice, trimSpan } from './source'
import type { Span } from './types'

/** A label cell and its text side by side, as known labels show; fewer show no pattern. */
const fewestPairs = 2
const longestName = 20

/** Cells between borders; what only breaks the line is none. */
function cellsOf(source: Source): Span[] {
  const { folded } = source
  const cells: Span[] = []
  let from = 0
  for (let bar = folded.indexOf('|'); from <= folded.length && bar >= 0;) {
    cells.push([from, bar])
    from = bar + 1
    bar = folded.indexOf('|', from)
  }
  cells.push([from, folded.length])
  return cells.map((cell) => trimSpan(source, cell)).filter((cell) => !isEmptySpan(cell))
}

const isName = (words: string): boolean =>
  words.length >= 2 && words.length <= longestName && !/[。;:,\d]/.test(words)

/**
 * 整改时间 | 2021年 | 社会监督联系人 | 某某 |: in a table of names and texts a cell behind a text is a
 * name too, also one that nobody knows. It ends the text before it.
 */
export function unknownCells(source: Source, labels: Label[]): Span[] {
  const bordered = (at: number): boolean => source.folded[at - 1] === '|'
  if (labels.filter(({ valueStart }) => bordered(valueStart)).length <= fewestPairs) return []
  const cells = cellsOf(source)
  const behind = labels.flatMap(({ valueStart }, at) => {
    if (!bordered(valueStart)) return []
    const next = labels[at + 1]?.start ?? source.folded.length
    const first = firstWhere(cells, ([start]) => start >= valueStart)
    return [
      cells.slice(
        first,
        firstWhere(cells, ([start]) => start >= next),
      ),
    ]
  })
  const pairs = behind.filter(({ length }) => length === 1).length
  if (pairs < fewestPairs || pairs * 2 < behind.length) return []
  return behind.flatMap((gap) =>
    gap.filter((cell, at) => at % 2 === 1 && at + 1 < gap.length && isName(slice(source, cell))),
  )
}
