import type { Label } from './label'
import { readOrdinal } from './numerals'
import { firstWhere } from './search-sorted'
import { type Source, slice } from './source'
import type { Span } from './types'

/** 下一步工作:, 后续打算: what is still to come is no field of a task: it ends the text before it and is told. */

const later = '(?:下一?步|下一?阶段|后续|今后)'
const named = new RegExp(`^${later}[\\u4e00-\\u9fff]{0,8}?\\s*(?::|$)`)
const inside = new RegExp(`${later}[\\u4e00-\\u9fff]{0,8}:`, 'g')
const endsSentence = /[。;!)”]\s*$/
const anywhere = new RegExp(later)
const opens = new RegExp(`^${later}`)

/**
 * 下一步整改措施 names the measures, but where it stands behind what was done, or beside 整改措施: there
 * it tells what comes next. Its words count for nothing then, as those of a name nobody knows.
 */
export function settleNext(labels: Label[]): Label[] {
  const next = labels.filter(({ field, word }) => field === 'measures' && opens.test(word))
  const [first] = next
  if (!first) return labels
  const beside = labels.some((label) => label.field === 'measures' && !next.includes(label))
  const behind = labels[labels.indexOf(first) - 1]?.field === 'progress'
  return beside || behind
    ? labels.map((label) =>
        next.includes(label) ? { ...label, field: 'ignored', word: '' } : label,
      )
    : labels
}

/** Where such names stand: on a line, behind its ordinal too, or behind a sentence and before a colon. */
export function nextSteps(
  source: Source,
  labels: readonly Label[],
): [start: number, value: number][] {
  const known = (start: number, value: number): boolean => {
    const at = firstWhere(labels, (label) => label.start >= start)
    return (labels[at]?.start ?? Infinity) < value || (labels[at - 1]?.valueStart ?? 0) > start
  }
  if (!anywhere.test(source.folded)) return []
  return source.lines.flatMap((line: Span) => {
    const words = slice(source, line)
    if (!anywhere.test(words)) return []
    const from = readOrdinal(source.folded, line[0])?.end ?? line[0]
    const own = named.exec(slice(source, [from, line[1]]).trimStart())
    const places = [...words.matchAll(inside)]
      .filter(({ index }) => endsSentence.test(words.slice(Math.max(0, index - 4), index)))
      .map(({ index, 0: printed }): [number, number] => [
        line[0] + index,
        line[0] + index + printed.length,
      ])
    const blank = slice(source, [from, line[1]]).search(/\S/)
    const whole: [number, number][] = own
      ? [[line[0], from + Math.max(0, blank) + own[0].length]]
      : []
    return [...whole, ...places].filter(([start, value]) => !known(start, value))
  })
}
