import { View } from '@tarojs/components'
import { useState } from 'react'
import { importWords, reviewWords as words } from '@/copy/import-review'
import { FootBar } from '@/src/components/frame/foot-bar'
import { ListFaces } from '@/src/components/frame/list-faces'
import { PageShell } from '@/src/components/frame/page-shell'
import { TextLink } from '@/src/components/tap/text-link'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { goBackTo } from '@/src/platform/navigation'
import { scrollToShow } from '@/src/platform/scroll-to'
import type { BatchView } from '../hooks/use-batch'
import { type DraftReview, useDraftReview } from '../hooks/use-draft-review'
import { usePlaces, useTyped } from '../hooks/use-places'
import type { Batch, Draft } from '../review/draft'
import { neighboursOf } from '../review/neighbours'
import { nextToReview } from '../review/next-to-review'
import { DecidePart } from './decide-part'
import { ConfirmButton } from './review-panes'
import { SourcePart } from './source-part'

interface DraftPhoneProps {
  batchId: string
  view: BatchView
  at: number
}

/** One draft on a phone: the source, then what has to be decided, the button at the thumb. */
export function DraftPhone({ batchId, view, at }: DraftPhoneProps) {
  const [index, setIndex] = useState(at)
  const { batch, rows } = view
  const go = (to: number) => {
    setIndex(to)
    scrollToShow('#draft-top')
  }
  const confirmed = (number: string) => {
    const next = nextToReview(rows, index)
    toast(next === null ? words.allDone : words.toast(number))
    if (next === null) goBackTo('subpackages/office/import', { id: batchId })
    else go(next)
  }
  if (!batch)
    return (
      <PageShell title={importWords.title} secrecy>
        <ListFaces load={view.load} onRetry={view.retry} skeletons={3}>
          {() => null}
        </ListFaces>
      </PageShell>
    )
  return (
    <OneDraft
      key={`${index}${batch.state}${batch.drafts}`}
      batch={batch}
      view={view}
      index={index}
      onGo={go}
      onConfirmed={(draft) => confirmed(draft.number)}
    />
  )
}

interface OneDraftProps {
  batch: Batch
  view: BatchView
  index: number
  onGo: (index: number) => void
  onConfirmed: (draft: Draft) => void
}

function OneDraft(props: OneDraftProps) {
  const { batch, view, index } = props
  const review = useDraftReview(batch.id, index, view.learn)
  if (review.draft) return <ReadyDraft {...props} review={review} draft={review.draft} />
  return (
    <PageShell title={importWords.title} secrecy>
      <ListFaces load={review.load} onRetry={review.reload} skeletons={3}>
        {() => null}
      </ListFaces>
    </PageShell>
  )
}

function ReadyDraft(props: OneDraftProps & { review: DraftReview; draft: Draft }) {
  const { batch, view, index, onGo, onConfirmed, review, draft } = props
  const { at, previous, next } = neighboursOf(view.rows, index)
  const places = usePlaces(draft, review.decide)
  const typed = useTyped(batch.id, index)
  const readOnly = batch.state !== 'parsed'
  const confirm = async () => {
    if (!draft.confirmed && !readOnly) {
      if (!(await review.confirm())) return
      typed.forgetAll()
    }
    onConfirmed(draft)
  }
  return (
    <PageShell
      title={importWords.title}
      secrecy
      foot={
        <FootBar>
          <View className="between">
            {previous ? (
              <TextLink lead="back" text={words.previous} onTap={() => onGo(previous.index)} />
            ) : (
              <View className="min-tap" />
            )}
            <View className="sub tabular">{words.at(at + 1, batch.drafts)}</View>
            {next ? (
              <TextLink text={words.next} go="right" onTap={() => onGo(next.index)} />
            ) : (
              <View className="min-tap" />
            )}
          </View>
          <ConfirmButton
            draft={draft}
            open={places.open}
            readOnly={readOnly}
            review={review}
            onConfirm={() => void confirm()}
          />
        </FootBar>
      }
    >
      <View id="draft-top" />
      <SourcePart
        draft={draft}
        places={places.places}
        units={places.units}
        current={places.current}
        onPick={(no) => {
          places.pick(no)
          scrollToShow(`#place-${no}`)
        }}
      />
      <DecidePart
        draft={draft}
        review={review}
        view={places}
        typed={typed}
        readOnly={readOnly}
        keys={false}
        next={next}
        onRegrouped={() => void view.reload()}
      />
    </PageShell>
  )
}
