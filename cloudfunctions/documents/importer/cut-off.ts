import { faultAt, type DraftTask } from './draft'
import { slice, type Source } from './source'
import type { ImportFault, Span } from './types'

/** Texts in which a notice would be an earlier one's story. */
export function told(draft: DraftTask): Span[] {
  return [
    draft.progress,
    draft.problem,
    ...draft.goals,
    ...draft.measures.map((measure) => measure.text),
  ].filter((span) => span !== null)
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
export function cutOff(source: Source, drafts: DraftTask[], tabular: boolean): ImportFault[] {
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
