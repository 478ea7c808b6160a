import { View } from '@tarojs/components'
import { ledgerTableWords as words } from '@/copy/ledger'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { TextLink } from '@/src/components/tap/text-link'
import { wayTo } from '@/src/platform/navigation'
import type { useAssignChosen } from '../hooks/use-assign-chosen'
import type { LedgerRow } from '../hooks/use-ledger'

interface LedgerAssignProps {
  /** Chosen when it was asked for: those that were given out stay in sight with the others. */
  rows: readonly LedgerRow[]
  assigning: ReturnType<typeof useAssignChosen>
  onClose: () => void
}

const unitsOf = ({ detail }: LedgerRow): string =>
  [...new Set([...(detail?.lead ?? []), ...(detail?.responsible ?? [])])].join('、')

/** 批量交办: to whom each of them goes, and then what became of each. */
export function LedgerAssign({ rows, assigning, onClose }: LedgerAssignProps) {
  const { busy, outcomes } = assigning
  const isOver = !busy && outcomes.length > 0
  const done = outcomes.filter(({ refused }) => refused === null).length
  return (
    <View className="ledger-assign" role="group" aria-label={words.assignHead(rows.length)}>
      <View className="ledger-assign__head">
        <View className="name tabular" role="status">
          {isOver
            ? words.assignedOf(done, rows.length)
            : busy
              ? words.assigning(outcomes.length, rows.length)
              : words.assignHead(rows.length)}
        </View>
        {!isOver && (
          <ActionButton
            small
            text={words.assign(rows.length)}
            busy={busy}
            onTap={() => void assigning.run(rows.map(({ id }) => id))}
          />
        )}
        <TextLink text={isOver ? words.close : words.notNow} onTap={onClose} />
      </View>
      <Card rows>
        {rows.map((row) => {
          const outcome = outcomes.find(({ key }) => key === row.id)
          return (
            <Row
              key={row.id}
              {...(outcome && { icon: outcome.refused === null ? 'check' : 'alert' })}
              name={`${row.number} ${row.title}`}
              line={
                outcome
                  ? (outcome.refused ?? words.assignedTo(unitsOf(row)))
                  : unitsOf(row) || words.noUnits
              }
              {...(outcome?.refused && {
                value: (
                  <TextLink
                    text={words.openAssign}
                    label={words.openAssignOf(row.number)}
                    go="right"
                    {...wayTo('subpackages/office/assign', { id: row.id })}
                  />
                ),
              })}
            />
          )
        })}
      </Card>
    </View>
  )
}
