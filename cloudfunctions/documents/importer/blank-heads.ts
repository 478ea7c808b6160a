import type { Label } from './label'
import { readOrdinal } from './numerals'
import { firstWhere } from './search-sorted'
import { type Source, slice } from './source'
import type { Span } from './types'

/** A paragraph over the first label of a task, below a blank line or at the top. */
function paragraphAbove(source: Source, start: number, from: number): Span | null {
  const { lines, folded } = source
  const at = firstWhere(lines, ([begin]) => begin >= start)
  let first = at
  // The paragraph may stand a blank line above its labels.
  while (first > 0 && (lines[first - 1]?.[0] ?? 0) >= from) {
    const gap = folded.slice(lines[first - 1]?.[1], lines[first]?.[0])
    if (first < at && /\n\s*\n/.test(gap)) break
    first -= 1
    if (at - first > longestHead) return null
  }
  const above = lines[first - 1]
  const apart = !above || /\n\s*\n/.test(folded.slice(above[1], lines[first]?.[0]))
  const [begin, end] = [lines[first]?.[0] ?? start, lines[at - 1]?.[1] ?? start]
  return first < at && apart ? [begin, end] : null
}

/** Lines of a problem that no number and no label names. */
const longestHead = 4
/** A paragraph of fewer letters is the name of a section. */
const shortest = 8

function headAbove(source: Source, labels: readonly Label[], start: number, from: number) {
  const head = paragraphAbove(source, start, from)
  if (!head || head[1] - head[0] < shortest) return null
  const next = labels[firstWhere(labels, (label) => label.start >= head[0])]
  const holdsLabel = next !== undefined && next.start < head[1]
  const counted = readOrdinal(source.folded, head[0]) !== null
  return holdsLabel || counted || /[:：]$/.test(slice(source, head)) ? null : head
}

/**
 * Problems that only blank lines part from the task before: a paragraph stands over one field
 * wherever the field is printed.
 * @returns the paragraphs in order; none where a problem has a label, or one place has no paragraph
 */
export function blankHeads(source: Source, labels: readonly Label[], range: Span): Span[] {
  if (labels.some(({ field }) => field === 'problem')) return []
  const first = labels.find((label) => headAbove(source, labels, label.start, range[0]) !== null)
  const same = labels.filter(({ field, item }) => field === first?.field && !item)
  const heads = same.map(({ start }) => headAbove(source, labels, start, range[0]))
  const found = heads.filter((head) => head !== null)
  return found.length === heads.length && found.length > 1 ? found : []
}
