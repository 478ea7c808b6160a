import { ledgerWords as words } from '@/copy/staff-task'
import type { LedgerSort } from '@/domain/task/readers'
import { DataTable } from '@/src/components/data-table'
import { StateChip } from '@/src/components/state-chip'
import { wayTo } from '@/src/platform/navigation'
import type { LedgerRow } from '../hooks/use-ledger'
import { dueWords, ledgerChip, waitingWords } from '../ledger-row'

interface LedgerTableProps {
  rows: readonly LedgerRow[]
  chosen: string | null
  sort: string
  /** Null while words are looked for: they are found by date due. */
  onSort: ((sort: LedgerSort) => void) | null
  onChoose: (id: string) => void
}

export function LedgerTable({ rows, chosen, sort, onSort, onChoose }: LedgerTableProps) {
  return (
    <DataTable
      label={words.title}
      columns={[
        { key: 'number', name: words.number, width: 'narrow', sorts: true },
        { key: 'title', name: words.task, width: 'rest' },
        { key: 'lead', name: words.lead, width: 'wide' },
        { key: 'due', name: words.due, width: 'middle', sorts: true },
        { key: 'state', name: words.state, width: 'middle' },
        { key: 'next', name: words.next, width: 'middle', spare: true },
      ]}
      sort={sort}
      onSort={onSort && ((key) => onSort(key as LedgerSort))}
      rows={rows.map((row) => ({
        key: row.id,
        id: `ledger-${row.id}`,
        label: `${row.number} ${row.title}`,
        href: wayTo('subpackages/unit/task', { id: row.id }).href,
        cells: [
          row.number,
          row.title,
          row.leadName,
          dueWords(row),
          <StateChip key="state" {...ledgerChip(row)} />,
          waitingWords(row.events).slice(0, 2).join('、'),
        ],
      }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}
