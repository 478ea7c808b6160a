import { type Column, type Row, saysAbove } from './grid-cells'
import { isEmptySpan, type Source } from './source'

const naming = new Set(['number', 'problem', 'title'])

/** Whether a row goes on with the task above it: nothing that names a task is printed anew. */
function continuesTask(columns: Column[], row: Row): boolean {
  return columns.every(({ field }, at) => {
    const span = row.cells[at]
    return !naming.has(field ?? '') || !span || isEmptySpan(span)
  })
}

/**
 * Cells that say 同上, or are merged with the one above: a row that begins a task of its own takes
 * the words above and says whose they are; a further row of one task leaves them to the task.
 */
export function takeFromAbove(source: Source, columns: Column[], rows: Row[]): void {
  const printed: (Row | undefined)[] = []
  /** Columns in which a further row of the task prints words of its own. */
  let parted = new Set<number>()
  let waiting: { row: Row; at: number; from: Row }[] = []
  const settle = (): void => {
    for (const { row, at, from } of waiting) if (parted.has(at)) take(row, at, from)
    waiting = []
    parted = new Set()
  }
  for (const row of rows) {
    const like = row.cells.flatMap((span, at) => (saysAbove(source, span) ? [at] : []))
    for (const at of like) {
      const [, to] = row.cells[at] ?? [0, 0]
      row.cells[at] = [to, to]
    }
    const continues = continuesTask(columns, row)
    if (!continues) settle()
    for (const at of like) {
      const from = printed[at]
      const field = columns[at]?.field ?? ''
      if (!from || field === 'number') continue
      if (!continues) take(row, at, from)
      else if (!naming.has(field)) waiting.push({ row, at, from })
    }
    row.cells.forEach((span, at) => {
      if (isEmptySpan(span) || like.includes(at)) return
      printed[at] = row
      if (continues) parted.add(at)
    })
  }
  settle()
}

function take(row: Row, at: number, from: Row): void {
  const span = from.cells[at]
  if (!span) return
  row.cells[at] = span
  row.above = new Map(row.above).set(at, from)
}
