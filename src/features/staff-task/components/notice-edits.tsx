import { maxNoticeText } from '@/contract/task/limits'
import { View } from '@tarojs/components'
import { noticeDeskWords as words } from '@/copy/notice-desk'
import type { ActionOutput } from '@/contract/actions'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { type Act, useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { Sheet } from '@/src/components/frame/sheet'
import { TextLink } from '@/src/components/tap/text-link'
import { wayTo } from '@/src/platform/navigation'
import { useDraft } from '@/src/platform/use-draft'
import type { ChosenPiece } from './notice-paper'

type Preview = ActionOutput<'task.previewRelease'>

interface NoticeEditsProps {
  id: string
  preview: Preview
  chosen: ChosenPiece | null
  reload: () => Promise<void>
}

/** Mock 24: where the piece that was chosen comes from, its words to be changed, and what was changed. */
export function NoticeEdits({ id, preview, chosen, reload }: NoticeEditsProps) {
  const act = useAct<'edit'>(reload)
  const { digest, edits, mayEdit } = preview
  const place = chosen?.written && chosen.place
  const restore = (of: string) =>
    void act.run(
      deed(
        'task.editNotice',
        { taskId: id, digest, place: of, text: null },
        { told: words.restored },
      ),
    )
  return (
    <View className="mt3">
      {!act.open && <RefusalNote text={act.refusal} />}
      <Card>
        <View className="dim">{words.source}</View>
        <View className="name mt1" role="status">
          {chosen?.source ?? words.none}
        </View>
        {chosen && mayEdit && (
          <View className="notice-ways mt2">
            {place && (
              <TextLink lead="edit" text={words.edit} onTap={() => act.show('edit', place)} />
            )}
            <TextLink
              text={words.openSource}
              go="right"
              {...wayTo('subpackages/unit/task', { id })}
            />
          </View>
        )}
      </Card>
      {edits.length > 0 && (
        <View>
          <SectionHead text={words.editedHead(edits.length)} />
          <Card rows>
            {edits.map(({ place: of, was }) => (
              <Row
                key={of}
                name={words.placeName(of)}
                line={words.editedFrom(was)}
                {...(mayEdit && {
                  value: (
                    <TextLink
                      text={words.restore}
                      label={words.restoreOf(words.placeName(of))}
                      onTap={() => restore(of)}
                    />
                  ),
                })}
              />
            ))}
          </Card>
        </View>
      )}
      {act.open && place && <EditSheet key={place} {...{ id, digest, act }} piece={chosen} />}
    </View>
  )
}

interface EditSheetProps {
  id: string
  digest: string
  act: Act<'edit'>
  piece: ChosenPiece
}

function EditSheet({ id, digest, act, piece: { place, text } }: EditSheetProps) {
  const draft = useDraft(`editNotice.${id}.${place}`, { text })
  const typed = draft.value.text.trim()
  const send = () =>
    act.run(
      deed('task.editNotice', { taskId: id, digest, place, text: typed }, { told: words.edited }),
      draft,
    )
  return (
    <Sheet
      open
      title={words.edit}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.edit}
          busy={act.busy}
          blocked={blockedBy(
            !typed && words.editNeeded,
            typed === text.trim() && words.editSame,
            tooLong(typed, maxNoticeText),
          )}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="mb3">{words.editLine}</View>
      <DraftBox
        draft={draft}
        label={words.editLabel}
        text={draft.value.text}
        max={maxNoticeText}
        onInput={(said) => draft.change({ text: said })}
      />
    </Sheet>
  )
}
