import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { listWords } from '@/copy/list'
import { registerWords } from '@/copy/register'
import { ledgerWords as words } from '@/copy/staff-task'
import { categoryNames, taskStateNames } from '@/copy/task'
import type { ActionInput, ActionOutput } from '@/contract/actions'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { taskCategories, taskStates } from '@/domain/task/task'
import { SearchField } from '@/src/components/field/search-field'
import { FilterBar } from '@/src/components/filter-bar'
import { ItemCard } from '@/src/components/item-card'
import { ListFaces } from '@/src/components/list-faces'
import { MoreRows } from '@/src/components/more-rows'
import { serverNow } from '@/src/platform/clock'
import { openPage } from '@/src/platform/navigation'
import { usePages } from '@/src/platform/use-pages'
import { taskChip } from './state-chips'

type Filter = ActionInput<'task.listLedger'>['filter']

const pauseMs = 400

type Row = ActionOutput<'task.listLedger'>['items'][number]

const dueWords = ({ dueOn, dueText }: Row, today: IsoDay) =>
  dueOn ? registerWords.due(dueOn, today) : dueText

/** The tasks of the own region or unit, by date due. */
export function Ledger() {
  const [filter, setFilter] = useState<Filter>({})
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const input = useMemo(() => ({ filter, ...(query && { query }) }), [filter, query])
  const { load, retry, loadMore } = usePages('task.listLedger', input, { refreshOnShow: true })
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
      <ListFaces
        load={load}
        onRetry={retry}
        isEmpty={(data) => data.items.length === 0 && !data.partly}
        empty={{ icon: 'table', title: words.empty, line: words.emptyLine }}
      >
        {(data) => (
          <View>
            {data.items.map((row) => (
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
            ))}
            <MoreRows data={data} words={listWords} onMore={() => void loadMore()} />
          </View>
        )}
      </ListFaces>
    </View>
  )
}
