import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { registerWords } from '@/copy/register'
import { ledgerWords as words } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import { taskStateNames } from '@/copy/task-staff'
import type { ActionInput, ActionOutput } from '@/contract/actions'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { taskCategories, taskStates } from '@/domain/task/task'
import { PagedList } from '@/src/acting/paged-list'
import { SearchField } from '@/src/components/field/search-field'
import { FilterBar } from '@/src/components/filter-bar'
import { ItemCard } from '@/src/components/item-card'
import { serverNow } from '@/src/platform/clock'
import { openPage } from '@/src/platform/navigation'
import { usePages } from '@/src/platform/use-pages'
import { useSettled } from '@/src/components/field/use-settled'
import { taskChip } from './state-chips'

type Filter = ActionInput<'task.listLedger'>['filter']

type Row = ActionOutput<'task.listLedger'>['items'][number]

const dueWords = ({ dueOn, dueText }: Row, today: IsoDay) =>
  dueOn ? registerWords.due(dueOn, today) : dueText

/** The tasks of the own region or unit, by date due. */
export function Ledger() {
  const [filter, setFilter] = useState<Filter>({})
  const [typed, setTyped] = useState('')
  const query = useSettled(typed.trim())
  const input = useMemo(() => ({ filter, ...(query && { query }) }), [filter, query])
  const list = usePages('task.listLedger', input, { refreshOnShow: true })
  const today = beijingDay(serverNow())
  return (
    <View>
      <SearchField placeholder={words.search} onInput={setTyped} />
      <View className="mt2 mb3">
        <FilterBar
          onChange={(key, value) =>
            setFilter((before) => ({ ...before, [key]: value === '' ? undefined : value }))
          }
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
      </View>
      <PagedList list={list} empty={{ icon: 'table', title: words.empty, line: words.emptyLine }}>
        {(rows) =>
          rows.map((row) => (
            <ItemCard
              key={row.id}
              title={row.title}
              facts={[row.leadName]}
              chip={
                row.overdueDays > 0
                  ? { tone: 'red', shape: 'overdue', word: words.overdue(row.overdueDays) }
                  : taskChip(row.state)
              }
              right={dueWords(row, today)}
              onTap={() => openPage('subpackages/unit/task', { id: row.id })}
            />
          ))
        }
      </PagedList>
    </View>
  )
}
