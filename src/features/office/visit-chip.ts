import { visitStateNames } from '@/copy/visit'
import type { VisitState } from '@/domain/visit/visit'
import type { StateChipProps } from '@/src/components/show/state-chip'

const looks: Readonly<Record<VisitState, Pick<StateChipProps, 'tone' | 'shape'>>> = {
  planned: { tone: 'amber', shape: 'sand' },
  notified: { tone: 'blue', shape: 'dot' },
  recorded: { tone: 'green', shape: 'tick' },
  rated: { tone: 'green', shape: 'tick' },
  cancelled: { tone: 'neutral', shape: 'dash' },
  notMade: { tone: 'neutral', shape: 'dash' },
}

/** A visit of a firm, as whoever reads it may know it. */
export const visitChip = (state: VisitState): StateChipProps => ({
  ...looks[state],
  word: visitStateNames[state],
})
