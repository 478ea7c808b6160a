import { publicStateNames } from '@/copy/task'
import { registerWords } from '@/copy/register'
import type { PublicState } from '@/domain/task/schedule-words'
import { StateChip, type StateChipProps } from '@/src/components/show/state-chip'

const looks: Readonly<Record<PublicState, Pick<StateChipProps, 'tone' | 'shape'>>> = {
  rectifying: { tone: 'blue', shape: 'dot' },
  notStarted: { tone: 'neutral', shape: 'ring' },
  behind: { tone: 'amber', shape: 'triangle' },
  onSchedule: { tone: 'blue', shape: 'dot' },
  completed: { tone: 'green', shape: 'tick' },
  closed: { tone: 'solid', shape: 'seal' },
  overdue: { tone: 'red', shape: 'overdue' },
  underNotice: { tone: 'amber', shape: 'sand' },
}

/** Chip props of a public state in the resident's wording. */
export const publicChip = (state: PublicState, overdueDays: number): StateChipProps => ({
  ...looks[state],
  word: state === 'overdue' ? registerWords.overdue(overdueDays) : publicStateNames[state],
})

export const PublicChip = (props: { state: PublicState; overdueDays: number }) => (
  <StateChip {...publicChip(props.state, props.overdueDays)} />
)
