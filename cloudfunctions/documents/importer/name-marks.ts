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
