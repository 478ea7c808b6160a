import { allConfirmed, batchStateNames, importWords } from '@/copy/import-review'
import type { StateChipProps } from '@/src/components/show/state-chip'
import type { Batch } from './draft'

/** How far a list is; what is unsure is said first. */
export const batchChip = ({ state, unsure, confirmed, drafts }: Batch): StateChipProps => {
  const word = batchStateNames[state]
  if (state === 'complete') return { tone: 'green', shape: 'tick', word }
  if (state === 'discarded') return { tone: 'neutral', shape: 'dash', word }
  if (state === 'committing') return { tone: 'amber', shape: 'sand', word }
  if (unsure > 0)
    return { tone: 'amber', shape: 'triangle', word: importWords.unsureDrafts(unsure) }
  if (confirmed === drafts) return { tone: 'blue', shape: 'dot', word: allConfirmed }
  return { tone: 'neutral', shape: 'ring', word }
}
