import type { ReactNode } from 'react'
import { ledgerCell, ledgerTableWords as words, ledgerTitles } from '@/copy/ledger'
import { ledgerWords } from '@/copy/staff-task'
import { beijingDay } from '@/domain/calendar/day'
import type { LedgerColumn } from '@/domain/task/ledger-columns'
import { type LedgerSort, ledgerSorts } from '@/domain/task/readers'
import { type Column, DataTable } from '@/src/components/show/data-table'
import { StateChip } from '@/src/components/show/state-chip'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import type { Selection } from '../hooks/use-selection'
import type { LedgerRow } from '../hooks/use-ledger'
import { ledgerChip } from '../ledger-row'

interface LedgerTableProps {
  rows: readonly LedgerRow[]
  columns: readonly LedgerColumn[]
  chosen: string | null
  selection: Selection
  sort: string
  /** Null while words are looked for: they are found by date due. */
  onSort: ((sort: LedgerSort) => void) | null
  onChoose: (id: string) => void
}

const looks: Readonly<Record<LedgerColumn, Omit<Column, 'key' | 'name'>>> = {
  number: { width: 'narrow', sorts: true },
  title: { width: 'rest' },
  responsible: { width: 'wide' },
  lead: { width: 'wide' },
  due: { width: 'middle', sorts: true },
  extended: { width: 'narrow' },
  state: { width: 'wide' },
  turn: { width: 'wide', spare: true },
  next: { width: 'middle', spare: true },
  villages: { width: 'middle' },
}

const cellOf = (column: LedgerColumn, row: LedgerRow, today: string): ReactNode =>
  column === 'state' ? (
    <StateChip key={column} {...ledgerChip(row)} />
  ) : (
    ledgerCell(column, row, today)
  )

export function LedgerTable(props: LedgerTableProps) {
  const { rows, columns, chosen, selection, sort, onSort, onChoose } = props
  const today = beijingDay(serverNow())
  return (
    <DataTable
      label={ledgerWords.title}
      columns={columns.map((key) => ({ key, name: ledgerTitles[key], ...looks[key] }))}
      sort={sort}
      onSort={
        onSort &&
        ((key) => {
          const next = ledgerSorts.find((each) => each === key)
          if (next) onSort(next)
        })
      }
      rows={rows.map((row) => ({
        key: row.id,
        id: `ledger-${row.id}`,
        label: `${row.number} ${row.title}`,
        href: wayTo('subpackages/unit/task', { id: row.id }).href,
        cells: columns.map((column) => cellOf(column, row, today)),
      }))}
      chosen={chosen}
      onChoose={onChoose}
      selection={{
        keys: selection.chosen,
        label: words.select,
        labelAll: words.selectAll,
        onToggle: selection.toggle,
        onToggleAll: selection.toggleAll,
      }}
    />
  )
}
