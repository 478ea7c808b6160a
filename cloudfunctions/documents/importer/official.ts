import type { Grid } from './grid-model'
import type { Row } from './grid-cells'
import type { LabelField } from './label-field'
import { isEmptySpan } from './source'
import type { Span } from './types'

/** 牵头领导, 包案领导: who leads the matter, as printed; 责任人 is the unit's own affair. */
export const namesOfficial = (field: LabelField | null, words: string): boolean =>
  field === 'ignored' && words.includes('领导')

/** The cell of a row under such a head; null where there is none. */
export const officialOfRow = ({ columns }: Grid, { cells }: Row): Span | null => {
  const at = columns.findIndex(({ field, words }) => namesOfficial(field, words))
  const cell = cells[at]
  return cell && !isEmptySpan(cell) ? cell : null
}
