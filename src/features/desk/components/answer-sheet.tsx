import { maxAnswerWords } from '@/contract/feedback/limits'
import { View } from '@tarojs/components'
import { deskWords as words } from '@/copy/desk'
import { findingNames } from '@/copy/feedback'
import { type Finding, findings } from '@/domain/feedback/feedback'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { askAtTap } from '@/src/acting/consent'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { useDelivery } from '@/src/acting/use-delivery'
import { dropFiles, useFormPhotos } from '@/src/acting/use-form-photos'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { ReasonOptions } from '@/src/components/ask/choice'
import { PhotoRow } from '@/src/components/ask/photo-row'
import { Sheet } from '@/src/components/frame/sheet'
import { toast } from '@/src/components/frame/toast/toast-bus'
import type { KeptFile } from '@/src/platform/kept-file'
import type { Attachment } from '@/src/platform/outbox-item'
import { useDraft } from '@/src/platform/use-draft'

interface AnswerDraft {
  readonly finding: Finding | null
  readonly text: string
  readonly photos: readonly KeptFile[]
}

const nothingSaid: AnswerDraft = { finding: null, text: '', photos: [] }

interface AnswerSheetProps {
  /** After 办了一半 / 没办好. */
  second: boolean
  feedbackId: string
  act: Acting
  reload: () => Promise<void>
}

/** What was found and done, with photos; the office reads it before the reporter does. */
export function AnswerSheet({ second, feedbackId, act, reload }: AnswerSheetProps) {
  const form = second ? `secondAnswer.${feedbackId}` : `answer.${feedbackId}`
  const draft = useDraft<AnswerDraft>(form, nothingSaid)
  const action = second ? 'feedback.submitSecondAnswer' : 'feedback.submitAnswer'
  const delivery = useDelivery(action, draft, ({ item }) => {
    const lost = item.attachments.map((each, at) => (each.lost ? at + 1 : 0)).filter(Boolean)
    toast(lost.length > 0 ? words.answerLost(lost) : words.answered)
    act.close()
    void reload()
  })
  const { finding, text, photos } = draft.value
  const row = useFormPhotos(
    photos,
    () => draft.read().photos,
    (chosen) => draft.change({ photos: chosen }),
  )
  const submit = async () => {
    const typed = draft.read()
    if (!typed.finding) return
    const asked = askAtTap(['deadline'])
    const input = { feedbackId, finding: typed.finding, text: typed.text.trim(), photoIds: [] }
    const attachments = typed.photos.map((file): Attachment => ({
      file,
      field: 'photoIds',
      many: true,
    }))
    await delivery.send(input, { attachments })
    await asked
  }
  const { waiting } = delivery
  return (
    <Sheet
      open
      title={second ? words.secondAnswer : words.answerTitle}
      onClose={act.close}
      {...(!waiting && {
        foot: (
          <ActionButton
            text={second ? words.secondAnswer : words.answer}
            busy={delivery.busy}
            blocked={blockedBy(
              !finding && words.findingNeeded,
              !text.trim() && words.answerNeeded,
              tooLong(text, maxAnswerWords),
            )}
            onTap={() => void submit()}
          />
        ),
      })}
    >
      {waiting ? (
        <WaitingNote item={waiting} />
      ) : (
        <View>
          <RefusalNote text={delivery.refusal} />
          <RestoredNote draft={draft} onEmpty={() => dropFiles(photos)} />
          <View className="name mb2">{words.finding}</View>
          <ReasonOptions
            label={words.finding}
            options={findings.map((value) => ({ value, text: findingNames[value] }))}
            value={finding}
            onChange={(chosen) => draft.change({ finding: chosen })}
          />
          <View className="mt4">
            <DraftBox
              draft={draft}
              label={words.answerLabel}
              text={text}
              max={maxAnswerWords}
              onInput={(typed) => draft.change({ text: typed })}
            />
          </View>
          <View className="name mt3 mb2">{words.answerPhotos}</View>
          <PhotoRow {...row} />
        </View>
      )}
    </Sheet>
  )
}
