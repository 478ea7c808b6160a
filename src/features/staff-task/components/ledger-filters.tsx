import { ledgerWords as words } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import { taskStateNames } from '@/copy/task-staff'
import { taskCategories, taskStates } from '@/domain/task/task'
import { FilterBar } from '@/src/components/filter-bar'
import type { LedgerView } from '../hooks/use-ledger'

export function LedgerFilters({ view }: { view: LedgerView }) {
  const { filter } = view
  return (
    <FilterBar
      onChange={view.setFilter}
      filters={[
        {
          key: 'state',
          title: words.state,
          all: words.allStates,
          value: filter.state ?? '',
          options: taskStates.map((value) => ({ value, text: taskStateNames[value] })),
        },
        {
          key: 'category',
          title: words.category,
          all: words.allCategories,
          value: filter.category ?? '',
          options: taskCategories.map((value) => ({ value, text: categoryNames[value] })),
        },
      ]}
    />
  )
}
