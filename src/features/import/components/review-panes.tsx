import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { reviewWords as words } from '@/copy/import-review'
import { ActionButton } from '@/src/components/tap/action-button'
import { ListFaces } from '@/src/components/frame/list-faces'
import { Tappable } from '@/src/components/tap/tappable'
import { WidePane } from '@/src/components/frame/wide-shell'
import { wayTo } from '@/src/platform/navigation'
import { focusFieldOf, scrollToShow } from '@/src/platform/scroll-to'
import { useAction } from '@/src/platform/use-action'
import type { BatchView } from '../hooks/use-batch'
import { type DraftReview, useDraftReview } from '../hooks/use-draft-review'
import { usePlaces, useTyped } from '../hooks/use-places'
import { useKeys } from '@/src/features/office/use-keys'
import type { Batch, Draft, DraftRow } from '../review/draft'
import { neighboursOf } from '../review/neighbours'
import { contextParagraphs } from '../review/source-paragraphs'
import { DecidePart } from './decide-part'
import { chooseAt, choicesOf } from './place-field'
import { SourcePart } from './source-part'

interface PanesProps {
  batch: Batch
  view: BatchView
  index: number
  onGo: (index: number) => void
  onConfirmed: (draft: Draft) => void
}

/** Source and fields of one draft side by side; remounted for each draft. */
export function ReviewPanes(props: PanesProps) {
  const { batch, index, view } = props
  const review = useDraftReview(batch.id, index, view.learn)
  if (review.draft) return <ReadyPanes {...props} review={review} draft={review.draft} />
  return (
    <WidePane kind="main">
      <ListFaces load={review.load} onRetry={review.reload} skeletons={2}>
        {() => null}
      </ListFaces>
    </WidePane>
  )
}

interface ReadyProps extends PanesProps {
  review: DraftReview
  draft: Draft
}

function ReadyPanes({ batch, view, index, onGo, onConfirmed, review, draft }: ReadyProps) {
  const places = usePlaces(draft, review.decide)
  const typed = useTyped(batch.id, index)
  const { previous, next: following } = neighboursOf(view.rows, index)
  const next = useAction(
    'documents.getDraft',
    following ? { batchId: batch.id, index: following.index } : null,
  )
  const readOnly = batch.state !== 'parsed'
  const canConfirm =
    !readOnly &&
    !draft.confirmed &&
    places.open === 0 &&
    !review.saving &&
    !review.unsaved &&
    !review.confirming
  const { current } = places
  useEffect(() => {
    if (current !== null) scrollToShow('.source-pane__mark--current')
    if (current !== null) scrollToShow(`#place-${current}`)
  }, [current])

  const confirm = async () => {
    if (draft.confirmed) return onConfirmed(draft)
    if (!canConfirm || !(await review.confirm())) return
    typed.forgetAll()
    onConfirmed(draft)
  }
  const go = (to: DraftRow | null) => {
    if (to) onGo(to.index)
  }
  /** The choice of the current place, from 0. */
  const choose = (at: number) => {
    const place = places.places.find(({ no }) => no === places.current)
    const choice = place && choicesOf(place)[at]
    if (readOnly || !place || choice === undefined) return
    chooseAt(
      place,
      choice,
      (value) => places.take(place, value),
      () => {
        places.openOther(place.no)
        focusFieldOf(`#place-${place.no}`)
      },
    )
  }
  useKeys({
    k: () => go(previous),
    j: () => go(following),
    enter: () => void confirm(),
    ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [String(at + 1), () => choose(at)])),
  })
  return (
    <>
      <WidePane kind="main">
        <SourcePart
          draft={draft}
          places={places.places}
          units={places.units}
          current={places.current}
          onPick={places.pick}
          context={next.load.face === 'ready' ? contextParagraphs(next.load.data) : []}
        />
      </WidePane>
      <WidePane
        kind="side"
        foot={
          <>
            <StepKey text={words.previous} sign="K" off={!previous} onTap={() => go(previous)} />
            <StepKey text={words.next} sign="J" off={!following} onTap={() => go(following)} />
            <View className="review-foot__button">
              <ConfirmButton
                draft={draft}
                open={places.open}
                readOnly={readOnly}
                review={review}
                onConfirm={() => void confirm()}
              />
            </View>
          </>
        }
      >
        <DecidePart
          draft={draft}
          review={review}
          view={places}
          typed={typed}
          readOnly={readOnly}
          keys
          next={following}
          onRegrouped={() => void view.reload()}
        />
      </WidePane>
    </>
  )
}

interface StepKeyProps {
  text: string
  sign: string
  off: boolean
  onTap: () => void
}

function StepKey({ text, sign, off, onTap }: StepKeyProps) {
  return (
    <Tappable className="review-foot__step" label={text} disabled={off} onTap={onTap}>
      {text}
      <View className="radio-list__key review-foot__key">{sign}</View>
    </Tappable>
  )
}

interface ConfirmButtonProps {
  draft: Draft
  open: number
  readOnly: boolean
  review: Pick<DraftReview, 'saving' | 'unsaved' | 'confirming'>
  onConfirm: () => void
}

const whyNotConfirm = (open: number, unsaved: boolean) => {
  if (open > 0) return words.blockedBy(open)
  return unsaved ? words.unsavedBlocks : null
}

/** Says why it cannot be used while a place is open. */
export function ConfirmButton({ draft, open, readOnly, review, onConfirm }: ConfirmButtonProps) {
  const { taskId } = draft
  if (taskId)
    return (
      <ActionButton
        kind="outlined"
        text={words.openTask}
        {...wayTo('subpackages/unit/task', { id: taskId })}
      />
    )
  if (readOnly || draft.confirmed)
    return <ActionButton kind="outlined" text={words.confirmedNext} onTap={onConfirm} />
  return (
    <ActionButton
      text={words.confirm}
      busy={review.confirming || review.saving}
      blocked={whyNotConfirm(open, review.unsaved)}
      onTap={onConfirm}
    />
  )
}
