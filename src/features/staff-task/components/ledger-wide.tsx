import { View } from '@tarojs/components'
import { useState } from 'react'
import { ledgerTableWords as tableWords } from '@/copy/ledger'
import { ledgerWords as words } from '@/copy/staff-task'
import { RefusalNote } from '@/src/acting/refusal-note'
import { PagedList } from '@/src/acting/paged-list'
import { ActionButton } from '@/src/components/tap/action-button'
import { SearchField } from '@/src/components/ask/field/search-field'
import { WidePane } from '@/src/components/frame/wide-shell'
import { KeyLegend } from '@/src/features/office/key-legend'
import { OfficeFrame } from '@/src/features/office/office-frame'
import { useKeys } from '@/src/features/office/use-keys'
import { openPage } from '@/src/platform/navigation'
import { focusFieldOf, scrollToShow } from '@/src/platform/scroll-to'
import { useAssignChosen } from '../hooks/use-assign-chosen'
import { useColumns } from '../hooks/use-columns'
import { useExport } from '../hooks/use-export'
import type { LedgerRow, LedgerView } from '../hooks/use-ledger'
import { useSelection } from '../hooks/use-selection'
import { LedgerAssign } from './ledger-assign'
import { LedgerBulk } from './ledger-bulk'
import { LedgerColumns } from './ledger-columns'
import { LedgerDrawer } from './ledger-drawer'
import { LedgerChips } from './ledger-filters'
import { LedgerTable } from './ledger-table'

/** Mock 22: every task in a line, the one that is open beside the list. */
export function LedgerWide({ view }: { view: LedgerView }) {
  const { load } = view.list
  const [open, setOpen] = useState<string | null>(null)
  const columns = useColumns()
  const book = useExport()
  const rows = load.face === 'ready' ? load.data.items : []
  const selection = useSelection(rows.map(({ id }) => id))
  const chosen = rows.filter(({ id }) => selection.chosen.indexOf(id) >= 0)
  const assignable = chosen.filter(({ events }) => events.indexOf('assign') >= 0)
  const [toAssign, setToAssign] = useState<readonly LedgerRow[]>([])
  const assigning = useAssignChosen(view.list.reload)
  const isAsked = toAssign.length > 0
  const askAssign = () => {
    if (assigning.busy) return
    assigning.forget()
    setToAssign(assignable)
  }
  const closeAssign = () => !assigning.busy && setToAssign([])
  const at = rows.findIndex(({ id }) => id === open)
  // A list that is asked for anew (words typed, a filter) takes the drawer away only once it has
  // answered without the task: what was tapped in it meanwhile still stands.
  const isBeside = at >= 0 || load.face !== 'ready'
  const go = (to: number, isShift: boolean) => {
    const row = rows[to]
    if (!row) return
    if (isShift) selection.chooseOn(row.id, rows[at]?.id ?? row.id)
    setOpen(row.id)
    scrollToShow(`#ledger-${row.id}`)
  }
  const choose = () => at >= 0 && selection.toggle(rows[at]!.id)
  useKeys({
    j: (isShift) => go(at + 1, isShift),
    k: (isShift) => go(at - 1, isShift),
    x: choose,
    ' ': choose,
    a: selection.toggleAll,
    b: askAssign,
    enter: () => open && openPage('subpackages/unit/task', { id: open }),
    escape: () => (isAsked ? closeAssign() : open ? setOpen(null) : selection.clear()),
    '/': () => focusFieldOf('#ledger-search'),
  })
  return (
    <OfficeFrame current="ledger">
      <WidePane kind="main" foot={<KeyLegend keys={words.keys} />}>
        <View className="ledger-head">
          <View className="title" role="heading" aria-level={1}>
            {words.title}
          </View>
          {load.face === 'ready' && (
            <View className="sub">{words.shown(rows.length, load.data.more)}</View>
          )}
          <View className="ledger-head__search" id="ledger-search">
            <SearchField placeholder={words.search} initial={view.typed} onInput={view.setTyped} />
          </View>
          <ActionButton
            kind="quiet"
            icon="table"
            text={tableWords.exportAll(rows.length, load.face === 'ready' && load.data.more)}
            busy={book.busy}
            blocked={rows.length === 0 ? tableWords.nothingToExport : null}
            onTap={() => void book.take(columns.columns, view.asked)}
          />
        </View>
        <View className="ledger-tools">
          <LedgerChips view={view} />
          <LedgerColumns {...columns} />
        </View>
        <RefusalNote text={book.refused} />
        {selection.chosen.length > 0 && (
          <LedgerBulk
            rows={chosen}
            assignable={assignable.length}
            busy={book.busy}
            onAssign={askAssign}
            onExport={() => void book.take(columns.columns, { taskIds: [...selection.chosen] })}
            onClear={selection.clear}
          />
        )}
        {isAsked && <LedgerAssign rows={toAssign} assigning={assigning} onClose={closeAssign} />}
        <PagedList list={view.list} empty={words.none}>
          {(items) => (
            <LedgerTable
              rows={items}
              columns={columns.columns}
              chosen={open}
              selection={selection}
              sort={view.sort}
              onSort={view.setSort}
              onChoose={setOpen}
            />
          )}
        </PagedList>
      </WidePane>
      {open && isBeside && <LedgerDrawer key={open} id={open} onClose={() => setOpen(null)} />}
    </OfficeFrame>
  )
}
