import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { reviewWords as words } from '@/copy/import-review'
import { ListFaces } from '@/src/components/frame/list-faces'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { WidePane } from '@/src/components/frame/wide-shell'
import { OfficeFrame } from '@/src/features/office/office-frame'
import { scrollToShow } from '@/src/platform/scroll-to'
import type { BatchView } from '../hooks/use-batch'
import { nextToReview } from '../review/next-to-review'
import { BatchHead } from './batch-head'
import { CommitPart, DiscardLink } from './commit-part'
import { DraftRows } from './draft-rows'
import { ReviewPanes } from './review-panes'

interface ReviewWideProps {
  view: BatchView
  /** Draft named in the address; null: the first that waits. */
  at: number | null
}

/** Mock 13: the list, the source untouched, the fields. */
export function ReviewWide({ view, at }: ReviewWideProps) {
  const { batch, rows } = view
  const [chosen, setChosen] = useState(at)
  const index = chosen ?? nextToReview(rows, -1) ?? 0
  useEffect(() => scrollToShow('.draft-row--on'), [index])

  const confirmed = (number: string) => {
    const next = nextToReview(rows, index)
    toast(next === null ? words.allDone : words.toast(number))
    setChosen(next ?? index)
  }
  const reload = () => void view.reload()
  return (
    <OfficeFrame current="imports">
      <WidePane
        kind="list"
        foot={
          batch && (
            <View className="grow">
              <CommitPart batch={batch} confirmed={view.confirmed} onChanged={reload} />
              <DiscardLink batch={batch} onChanged={reload} />
            </View>
          )
        }
      >
        <ListFaces load={view.load} onRetry={view.retry}>
          {() =>
            batch && (
              <>
                <BatchHead batch={batch} view={view} title="head" />
                <DraftRows rows={rows} current={index} onOpen={setChosen} />
              </>
            )
          }
        </ListFaces>
      </WidePane>
      {batch && rows.length > 0 && (
        <ReviewPanes
          key={`${index}${batch.state}${batch.drafts}`}
          batch={batch}
          view={view}
          index={index}
          onGo={setChosen}
          onConfirmed={(draft) => confirmed(draft.number)}
        />
      )}
    </OfficeFrame>
  )
}
