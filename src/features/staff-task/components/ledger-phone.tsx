import { View } from '@tarojs/components'
import { ledgerTableWords as tableWords } from '@/copy/ledger'
import { ledgerWords as words } from '@/copy/staff-task'
import { ledgerColumns } from '@/domain/task/ledger-columns'
import { RefusalNote } from '@/src/acting/refusal-note'
import { PagedList } from '@/src/acting/paged-list'
import { ActionButton } from '@/src/components/tap/action-button'
import { SearchField } from '@/src/components/ask/field/search-field'
import { ItemCard } from '@/src/components/show/item-card'
import { PageShell } from '@/src/components/frame/page-shell'
import { wayTo } from '@/src/platform/navigation'
import { useExport } from '../hooks/use-export'
import type { LedgerView } from '../hooks/use-ledger'
import { dueWords, ledgerChip } from '../ledger-row'
import { LedgerFilters } from './ledger-filters'

/** The tasks of the own region or unit, by date due. */
export function LedgerPhone({ view, isOffice }: { view: LedgerView; isOffice: boolean }) {
  const book = useExport()
  return (
    <PageShell title={words.title} secrecy>
      <SearchField placeholder={words.search} initial={view.typed} onInput={view.setTyped} />
      <View className="mt2 mb3">
        <LedgerFilters view={view} />
      </View>
      <PagedList list={view.list} empty={words.none}>
        {(rows) =>
          rows.map((row) => (
            <ItemCard
              key={row.id}
              title={row.title}
              facts={[row.leadName]}
              chip={ledgerChip(row)}
              right={dueWords(row)}
              {...wayTo('subpackages/unit/task', { id: row.id })}
            />
          ))
        }
      </PagedList>
      {isOffice && (
        <View className="mt3">
          <RefusalNote text={book.refused} />
          <ActionButton
            kind="quiet"
            icon="table"
            text={tableWords.exportOnPhone}
            busy={book.busy}
            onTap={() => void book.take([...ledgerColumns], view.asked)}
          />
        </View>
      )}
    </PageShell>
  )
}
