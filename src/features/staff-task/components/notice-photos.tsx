import { View } from '@tarojs/components'
import { Fragment } from 'react'
import { noticePhotoWords as words } from '@/copy/notice-desk'
import { photoPairWords } from '@/copy/photo-pairs'
import type { ActionOutput } from '@/contract/actions'
import { mostPairs } from '@/domain/release/photos'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { PhotoPairs } from '@/src/acting/photo-pairs'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { type Act, useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { SwitchRow } from '@/src/components/show/row/switch-row'
import { SectionHead } from '@/src/components/frame/section-head'
import { Sheet } from '@/src/components/frame/sheet'
import { TextLink } from '@/src/components/tap/text-link'
import { useDraft } from '@/src/platform/use-draft'

type Preview = ActionOutput<'task.previewRelease'>
type Pair = Preview['photos'][number]

const keyOf = ({ beforeId, afterId }: Pair): string => `${beforeId} ${afterId}`

interface NoticePhotosProps {
  id: string
  preview: Preview
  reload: () => Promise<void>
}

/** 整改前后 that go with the notice, and for the office the way to choose others. */
export function NoticePhotos({ id, preview, reload }: NoticePhotosProps) {
  const act = useAct<'choosePhotos'>(reload)
  const { photos, mayEdit, task } = preview
  if (!task.result) return null
  const chosen = photos.filter((pair) => pair.chosen)
  return (
    <>
      <SectionHead
        text={words.head(chosen.length)}
        right={
          mayEdit &&
          photos.length > 0 && (
            <TextLink lead="camera" text={words.choose} onTap={() => act.show('choosePhotos')} />
          )
        }
      />
      {chosen.length === 0 && (
        <View className="dim mb3">
          {photos.length > 0 || !mayEdit ? words.none : words.noPairs}
        </View>
      )}
      <PhotoPairs pairs={chosen} />
      {chosen.some(({ flagged }) => flagged) && <RefusalNote text={words.flagged} />}
      {act.open && <ChooseSheet {...{ id, preview, act }} />}
    </>
  )
}

interface ChooseSheetProps {
  id: string
  preview: Preview
  act: Act<'choosePhotos'>
}

function ChooseSheet({ id, preview: { photos, digest }, act }: ChooseSheetProps) {
  const before = photos.filter((pair) => pair.chosen).map(keyOf)
  const draft = useDraft(`choosePhotos.${id}`, { keys: before })
  // What is gone, or was flagged since, is chosen no more.
  const keys = photos.filter((pair) => !pair.flagged && draft.value.keys.includes(keyOf(pair)))
  const pairs = keys.map(({ partId, beforeId, afterId }) => ({ partId, beforeId, afterId }))
  const isSame = keys.length === before.length && keys.every((pair) => pair.chosen)
  const choose = (pair: Pair, on: boolean) => {
    const others = keys.map(keyOf).filter((key) => key !== keyOf(pair))
    draft.change({ keys: on ? [...others, keyOf(pair)] : others })
  }
  const send = () =>
    act.run(deed('task.choosePhotos', { taskId: id, digest, pairs }, { told: words.chosen }), draft)
  return (
    <Sheet
      open
      title={words.choose}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.save(pairs.length)}
          busy={act.busy}
          blocked={blockedBy(
            isSame && words.same,
            pairs.length > mostPairs && words.tooMany(mostPairs),
          )}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="mb3">{words.line}</View>
      {photos.map((pair, nth) => (
        <Fragment key={keyOf(pair)}>
          <PhotoPairs pairs={[pair]} />
          {pair.flagged ? (
            <View className="row">{words.flagged}</View>
          ) : (
            <SwitchRow
              name={words.nth(nth + 1)}
              line={photoPairWords.alt('after', pair.text)}
              checked={keys.includes(pair)}
              onChange={(on) => choose(pair, on)}
            />
          )}
        </Fragment>
      ))}
    </Sheet>
  )
}
