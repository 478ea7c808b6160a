import type { Label } from './label'
import type { Source } from './source'

/** Known names parted from their texts by blanks alone, before blanks part unknown ones too. */
const fewestShown = 3

/**
 * What stands between a name and its text in this paper: a colon everywhere; blanks (a card's tab
 * among them) where the names that are known show it.
 * @returns the source of a pattern for the mark
 */
export function nameMark({ folded }: Source, labels: readonly Label[]): string {
  const shown = labels.filter(
    ({ lineStart, valueStart }) => lineStart && /[^\S\n]/.test(folded[valueStart - 1] ?? ''),
  )
  return shown.length < fewestShown ? '\\s*:' : '(?:\\s*:|[^\\S\\n]+(?=\\S))'
}

/** Names in brackets that are known, before brackets part unknown ones too. */
const fewestBoxed = 2
const boxedName = /[【〖「『]\s*([\u4e00-\u9fff]{2,8})\s*[】〗」』]:?/g

export interface BoxedName {
  word: string
  start: number
  valueStart: number
}

/** 【行业主管】…: names in brackets that no label is, in a paper that prints known names so. */
export function boxedNames({ folded }: Source, labels: readonly Label[]): BoxedName[] {
  const known = new Set(labels.map(({ valueStart }) => valueStart))
  const found = [...folded.matchAll(boxedName)].map(({ index, 0: printed, 1: word = '' }) => ({
    word,
    start: index,
    valueStart: index + printed.length,
  }))
  const blanks = (at: number): number => /^\s*/.exec(folded.slice(at, at + 8))?.[0].length ?? 0
  const isKnown = ({ valueStart }: BoxedName): boolean =>
    known.has(valueStart) || known.has(valueStart + blanks(valueStart))
  return found.filter(isKnown).length < fewestBoxed ? [] : found.filter((one) => !isKnown(one))
}
