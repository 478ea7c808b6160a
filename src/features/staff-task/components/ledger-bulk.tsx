import { View } from '@tarojs/components'
import { ledgerTableWords as words, stateWords, waitingWords } from '@/copy/ledger'
import { mostChosen } from '@/domain/task/ledger-columns'
import { ActionButton } from '@/src/components/tap/action-button'
import { TextLink } from '@/src/components/tap/text-link'
import { wayTo } from '@/src/platform/navigation'
import type { LedgerRow } from '../hooks/use-ledger'

interface LedgerBulkProps {
  rows: readonly LedgerRow[]
  /** How many of them wait to be given out. */
  assignable: number
  busy: boolean
  onAssign: () => void
  onExport: () => void
  onClear: () => void
}

/** What the chosen rows have in common: one state, and how many of them wait for the caller. */
const commonLine = (rows: readonly LedgerRow[], waiting: number): string => {
  const states = rows.map(stateWords)
  const isOne = states.every((each) => each === states[0])
  return [
    ...(isOne && states[0] ? [words.allIn(states[0])] : []),
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
  ].join('，')
}

/** 已选N项: what can be done with them. Each decision is one of its own: the first that waits opens. */
export function LedgerBulk(props: LedgerBulkProps) {
  const { rows, assignable, busy, onAssign, onExport, onClear } = props
  const waiting = rows.filter(({ events }) => waitingWords(events).length > 0)
  const [first] = waiting
  return (
    <View className="ledger-bulk" role="group" aria-label={words.selected(rows.length)}>
      <View className="name tabular">{words.selected(rows.length)}</View>
      <View className="sub ledger-bulk__line">{commonLine(rows, waiting.length)}</View>
      {first ? (
        <ActionButton
          kind="outlined"
          small
          text={words.doNext(`${first.number} ${waitingWords(first.events)[0]}`)}
          {...wayTo('subpackages/unit/task', { id: first.id })}
        />
      ) : (
        <ActionButton small text={words.nothingToDo} blocked={words.nothingToDo} onTap={onClear} />
      )}
      <ActionButton
        kind="outlined"
        small
        text={words.assign(assignable)}
        blocked={assignable === 0 ? words.nothingToAssign : null}
        onTap={onAssign}
      />
      <ActionButton
        kind="outlined"
        icon="table"
        small
        text={words.exportSelected}
        busy={busy}
        blocked={rows.length > mostChosen ? words.tooMany(mostChosen) : null}
        onTap={onExport}
      />
      <TextLink text={words.clear} onTap={onClear} />
    </View>
  )
}
