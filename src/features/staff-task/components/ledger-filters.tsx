import { ledgerWords as words } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import { taskStateNames } from '@/copy/task-staff'
import { taskCategories, taskStates } from '@/domain/task/task'
import { FilterBar } from '@/src/components/filter-bar'
import { filterBy } from '@/src/components/filter-bar/filter-by'
import { useAction } from '@/src/platform/use-action'
import { useMembership } from '@/src/platform/use-me'
import type { LedgerView } from '../hooks/use-ledger'

const everything = {}

/** Rounds are the office's: registered, or named by a list. */
const useRounds = () => {
  const isOffice = useMembership()?.role === 'coordinator'
  const { load } = useAction('documents.listRounds', isOffice ? everything : null)
  if (load.face !== 'ready') return []
  return [...load.data.items, ...load.data.named].map(({ id, name }) => ({ value: id, text: name }))
}

export function LedgerFilters({ view }: { view: LedgerView }) {
  const { filter } = view
  const rounds = useRounds()
  return (
    <FilterBar
      onChange={view.setFilter}
      filters={[
        filterBy({
          key: 'state',
          title: words.state,
          all: words.allStates,
          value: filter.state,
          values: taskStates,
          names: taskStateNames,
        }),
        filterBy({
          key: 'category',
          title: words.category,
          all: words.allCategories,
          value: filter.category,
          values: taskCategories,
          names: categoryNames,
        }),
        ...(rounds.length > 0
          ? [
              {
                key: 'roundId',
                title: words.round,
                all: words.allRounds,
                value: filter.roundId ?? '',
                options: rounds,
              },
            ]
          : []),
      ]}
    />
  )
}
