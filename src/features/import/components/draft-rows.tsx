import { View } from '@tarojs/components'
import { reviewWords as words } from '@/copy/import-review'
import { Shape } from '@/src/components/show/shape'
import { StateChip } from '@/src/components/show/state-chip'
import { Tappable } from '@/src/components/tap/tappable'
import type { DraftRow } from '../review/draft'

interface DraftRowsProps {
  rows: readonly DraftRow[]
  /** Index of the draft that is open beside the list. */
  current: number | null
  onOpen: (index: number) => void
}

const stateWord = ({ confirmed, open, taskId }: DraftRow) => {
  if (taskId) return words.inRegister
  if (confirmed) return words.confirmed
  return open > 0 ? words.places(open) : words.waiting
}

/** The tasks of a list with what waits in each. */
export function DraftRows({ rows, current, onOpen }: DraftRowsProps) {
  return (
    <View className="draft-rows">
      {rows.map((row) => {
        const isCurrent = row.index === current
        return (
          <Tappable
            key={row.index}
            className={`draft-row ${isCurrent ? 'draft-row--on' : ''}`}
            heard={`${words.heading(row.number, row.title)} ${
              row.open > 0 ? words.unsurePlaces(row.open) : stateWord(row)
            }`}
            selected={isCurrent}
            onTap={() => onOpen(row.index)}
          >
            <View className="draft-row__no">{row.number}</View>
            <View className="draft-row__title">{row.title}</View>
            {row.change && row.change !== 'same' && (
              <View className="draft-row__state">{words.changeNames[row.change]}</View>
            )}
            <RowState row={row} />
          </Tappable>
        )
      })}
    </View>
  )
}

function RowState({ row }: { row: DraftRow }) {
  const word = stateWord(row)
  if (!row.confirmed && row.open > 0) return <StateChip tone="amber" shape="triangle" word={word} />
  const done = row.confirmed
  return (
    <View className={`draft-row__state ${done ? 'ink-green' : ''}`}>
      <Shape name={done ? 'tick' : 'ring'} /> {word}
    </View>
  )
}
