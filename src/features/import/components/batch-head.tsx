import { View } from '@tarojs/components'
import { importWords, reviewWords as words } from '@/copy/import-review'
import { NoteBlock } from '@/src/components/show/note-block'
import { ProgressBar } from '@/src/components/show/progress'
import { StateChip } from '@/src/components/show/state-chip'
import type { BatchView } from '../hooks/use-batch'
import type { Batch } from '../review/draft'
import { BatchFacts } from './batch-facts'

interface BatchHeadProps {
  batch: Batch
  view: Pick<BatchView, 'confirmed' | 'openPlaces'>
  /** On a phone the file's name is the page's sentence. */
  title: 'title' | 'head'
}

/** What the list is, how far the review is, what still waits. */
export function BatchHead({ batch, view, title }: BatchHeadProps) {
  const { drafts } = batch
  const waiting = drafts - view.confirmed
  return (
    <View className="batch-head">
      <View className={`${title} batch-head__name`} role="heading" aria-level={1}>
        {batch.fileName}
      </View>
      <View className="sub mt1">{batch.roundName}</View>
      <View className="sub tabular mt1">{importWords.read(drafts, view.confirmed)}</View>
      <View className="mt3">
        <ProgressBar
          percent={drafts === 0 ? 0 : Math.round((view.confirmed / drafts) * 100)}
          label={words.progress(view.confirmed, drafts)}
        />
      </View>
      {batch.state === 'parsed' && waiting > 0 && (
        <View className="batch-head__chips">
          {view.openPlaces > 0 && (
            <StateChip tone="amber" shape="triangle" word={words.unsurePlaces(view.openPlaces)} />
          )}
          <StateChip tone="neutral" shape="ring" word={words.waitingDrafts(waiting)} />
        </View>
      )}
      <BatchFacts batch={batch} />
      {batch.faults.length > 0 && (
        <View className="mt3">
          <NoteBlock icon="alert" tone="amber" inside>
            {batch.faults.map((fault) => (
              <View key={fault}>{words.fault(fault)}</View>
            ))}
          </NoteBlock>
        </View>
      )}
    </View>
  )
}
