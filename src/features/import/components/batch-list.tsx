import { View } from '@tarojs/components'
import { batchChip } from '../review/batch-chip'
import { importWords as words } from '@/copy/import-review'
import { beijingDay } from '@/domain/calendar/day'
import { ItemCard } from '@/src/components/show/item-card'
import { ListFaces } from '@/src/components/frame/list-faces'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import type { BatchList } from '../hooks/use-batch-list'

interface BatchListProps {
  list: BatchList
  /** Opens the form where it is not beside the list. */
  onStart?: () => void
}

/** The lists imported so far, the newest first. */
export function BatchListView({ list, onStart }: BatchListProps) {
  const today = beijingDay(serverNow())
  return (
    <ListFaces
      load={list.load}
      onRetry={list.retry}
      isEmpty={(data) => data.items.length === 0}
      empty={{
        icon: 'upload',
        title: words.empty,
        line: words.emptyLine,
        ...(onStart && { action: { text: words.start, onTap: onStart } }),
      }}
    >
      {(data) => (
        <View>
          {data.items.map((batch) => (
            <ItemCard
              key={batch.id}
              title={batch.fileName}
              facts={[batch.roundName, words.read(batch.drafts, batch.confirmed)]}
              chip={batchChip(batch)}
              right={words.importedOn(batch.at, today)}
              {...wayTo('subpackages/office/import', { id: batch.id })}
            />
          ))}
          {data.more && (
            <View className="centre mt2">
              <TextLink text={words.more} onTap={() => void list.loadMore()} />
            </View>
          )}
        </View>
      )}
    </ListFaces>
  )
}
