import { View } from '@tarojs/components'
import { ledgerWords as words } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import { taskStateNames } from '@/copy/task-staff'
import { taskCategories, taskStates } from '@/domain/task/task'
import { type Filter, FilterBar } from '@/src/components/ask/filter-bar'
import { filterBy } from '@/src/components/ask/filter-bar/filter-by'
import { Icon } from '@/src/components/show/icon'
import { Tappable } from '@/src/components/tap/tappable'
import { TextLink } from '@/src/components/tap/text-link'
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

const useFilters = ({ filter }: LedgerView): readonly Filter[] => {
  const rounds = useRounds()
  return [
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
  ]
}

export function LedgerFilters({ view }: { view: LedgerView }) {
  return <FilterBar filters={useFilters(view)} onChange={view.setFilter} />
}

/** Mock 22: what is chosen stands as a chip of its own, each taken off by a tap; the others are added. */
export function LedgerChips({ view }: { view: LedgerView }) {
  const all = useFilters(view).map((filter) => ({
    filter,
    chosen: filter.options.find(({ value }) => value === filter.value),
  }))
  const chips = all.flatMap(({ filter: { key, title }, chosen }) =>
    chosen ? [{ key, text: words.chip(title, chosen.text) }] : [],
  )
  return (
    <View className="ledger-chips">
      {chips.map(({ key, text }) => (
        <Tappable
          key={key}
          className="ledger-chip"
          label={words.takeOff(text)}
          onTap={() => view.setFilter(key, '')}
        >
          <View>{text}</View>
          <Icon name="x" size="xs" className="ml1" />
        </Tappable>
      ))}
      <FilterBar
        filters={all.flatMap(({ filter, chosen }) => (chosen ? [] : [filter]))}
        onChange={view.setFilter}
      />
      {chips.length > 1 && (
        <TextLink
          text={words.takeOffAll}
          onTap={() => chips.forEach(({ key }) => view.setFilter(key, ''))}
        />
      )}
    </View>
  )
}
