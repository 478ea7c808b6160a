import { View } from '@tarojs/components'
import { useState } from 'react'
import { ledgerWords as words } from '@/copy/staff-task'
import { PagedList } from '@/src/acting/paged-list'
import { SearchField } from '@/src/components/field/search-field'
import { WidePane } from '@/src/components/wide-shell'
import { KeyLegend } from '@/src/features/office/key-legend'
import { OfficeFrame } from '@/src/features/office/office-frame'
import { useKeys } from '@/src/features/office/use-keys'
import { openPage } from '@/src/platform/navigation'
import { focusFieldOf, scrollToShow } from '@/src/platform/scroll-to'
import type { LedgerView } from '../hooks/use-ledger'
import { LedgerDrawer } from './ledger-drawer'
import { LedgerFilters } from './ledger-filters'
import { LedgerTable } from './ledger-table'

/** Mock 22: every task in a line, the chosen one beside the list. */
export function LedgerWide({ view }: { view: LedgerView }) {
  const { load } = view.list
  const [chosen, setChosen] = useState<string | null>(null)
  const rows = load.face === 'ready' ? load.data.items : []
  const at = rows.findIndex(({ id }) => id === chosen)
  const go = (to: number) => {
    const row = rows[to]
    if (!row) return
    setChosen(row.id)
    scrollToShow(`#ledger-${row.id}`)
  }
  useKeys({
    j: () => go(at + 1),
    k: () => go(at - 1),
    enter: () => chosen && openPage('subpackages/unit/task', { id: chosen }),
    escape: () => setChosen(null),
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
        </View>
        <View className="ledger-filters">
          <LedgerFilters view={view} />
        </View>
        <PagedList list={view.list} empty={words.none}>
          {(items) => (
            <LedgerTable
              rows={items}
              chosen={chosen}
              sort={view.sort}
              onSort={view.setSort}
              onChoose={setChosen}
            />
          )}
        </PagedList>
      </WidePane>
      {chosen && at >= 0 && (
        <LedgerDrawer key={chosen} id={chosen} onClose={() => setChosen(null)} />
      )}
    </OfficeFrame>
  )
}
