import { useState } from 'react'
import { type LedgerColumn, ledgerColumns } from '@/domain/task/ledger-columns'
import { readStored, writeStored } from '@/src/platform/storage'
import { useMembership } from '@/src/platform/use-me'

/** What a table shows before anybody has chosen. */
const usual: readonly LedgerColumn[] = [
  'number',
  'title',
  'responsible',
  'due',
  'state',
  'turn',
  'next',
]

const isUsual = (column: LedgerColumn) => usual.indexOf(column) >= 0

/** Columns of the ledger, kept on this machine for whom one acts as; the task itself always stands there. */
export function useColumns() {
  const id = useMembership()?.id ?? ''
  const [kept, setKept] = useState(() => readStored('ledgerColumns') ?? {})
  const own = kept[id]
  const isShown = (column: LedgerColumn) =>
    column === 'title' || (own ? own.indexOf(column) >= 0 : isUsual(column))
  const columns = ledgerColumns.filter(isShown)
  const toggle = (column: LedgerColumn) => {
    const next = {
      ...kept,
      [id]: ledgerColumns.filter((each) => (each === column ? !isShown(each) : isShown(each))),
    }
    setKept(next)
    writeStored('ledgerColumns', next)
  }
  return { columns, isShown, toggle }
}

export type Columns = ReturnType<typeof useColumns>
