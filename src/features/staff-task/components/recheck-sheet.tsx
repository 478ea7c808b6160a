import { maxTaskWords } from '@/contract/task/limits'
import { View } from '@tarojs/components'
import { onSitePhotoWords } from '@/copy/on-site-photo'
import { recheckWords as words } from '@/copy/close-out'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { useDelivery } from '@/src/acting/use-delivery'
import { UncheckedShots } from '@/src/acting/unchecked-shots'
import { dropFiles, useFormPhotos } from '@/src/acting/use-form-photos'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { AnswerChoice } from '@/src/components/ask/answer-choice'
import { PhotoRow } from '@/src/components/ask/photo-row'
import { Sheet } from '@/src/components/frame/sheet'
import { toast } from '@/src/components/frame/toast/toast-bus'
import type { KeptFile } from '@/src/platform/kept-file'
import { type Attachment, lostFiles } from '@/src/platform/outbox-item'
import { useDraft } from '@/src/platform/use-draft'
import { useOldPhoto } from '../hooks/use-old-photo'
import type { StaffTask } from '../staff-task'

const answers = [
  { value: 'lasting', text: words.lasting, sign: 'yes' },
  { value: 'relapsed', text: words.relapsed, sign: 'no' },
] as const

interface Typed {
  readonly found: (typeof answers)[number]['value'] | null
  readonly seen: string
  /** Absent in a draft of before. */
  readonly photos?: readonly KeptFile[]
}
const none: readonly KeptFile[] = []

/** Kept on the phone until it has arrived: where an inspector looks there may be no network. */
const useRecheck = ({ id: taskId, parts }: StaffTask, then: () => void) => {
  const draft = useDraft<Typed>(`recheck.${taskId}`, { found: null, seen: '', photos: none })
  const old = useOldPhoto(taskId, parts)
  const delivery = useDelivery('task.recheck', draft, ({ item }) => {
    const lost = lostFiles(item).length
    toast(lost > 0 ? words.lostFiles(lost) : words.sent)
    old.drop()
    then()
  })
  const photosNow = () => draft.read().photos ?? none
  const photos = useFormPhotos(draft.value.photos ?? none, photosNow, (kept) =>
    draft.change({ photos: kept }),
  )
  const send = () => {
    const { found, seen } = draft.read()
    const attachments = photosNow().map((file): Attachment => ({
      file,
      field: 'photoIds',
      many: true,
    }))
    const input = { taskId, relapsed: found === 'relapsed', words: seen.trim(), photoIds: [] }
    return delivery.send(input, { attachments })
  }
  return { draft, delivery, photos, old: old.src, send, dropAll: () => dropFiles(photosNow()) }
}

interface RecheckSheetProps {
  task: StaffTask
  act: Acting
  reload: () => Promise<void>
}

/** 回头看: has it lasted, what was seen, and its photos. */
export function RecheckSheet({ task, act, reload }: RecheckSheetProps) {
  const form = useRecheck(task, () => {
    act.close()
    void reload()
  })
  const { waiting, busy } = form.delivery
  const { found, seen, photos = none } = form.draft.value
  return (
    <Sheet
      open
      title={words.title}
      onClose={act.close}
      {...(!waiting && {
        foot: (
          <ActionButton
            text={words.send}
            busy={busy}
            blocked={blockedBy(
              found === null && words.answerNeeded,
              !seen.trim() && words.wordsNeeded,
              found === 'relapsed' && photos.length === 0 && words.photoNeeded,
              tooLong(seen, maxTaskWords),
            )}
            onTap={() => void form.send()}
          />
        ),
      })}
    >
      {waiting ? <WaitingNote item={waiting} /> : <Seen form={form} />}
    </Sheet>
  )
}

function Seen({ form }: { form: ReturnType<typeof useRecheck> }) {
  const { draft, delivery, photos, old } = form
  const { found, seen } = draft.value
  return (
    <View>
      <RefusalNote text={delivery.refusal} />
      <RestoredNote draft={draft} onEmpty={form.dropAll} />
      <View className="mb3">{words.line}</View>
      {old && (
        <View className="mb3">
          <StoredPhotos
            photos={[{ fileId: 'old', url: old }]}
            alt={() => words.old}
            title={words.old}
          />
        </View>
      )}
      <AnswerChoice
        label={words.answers}
        answers={answers}
        value={found}
        onChange={(chosen) => draft.change({ found: chosen })}
      />
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.words}
          text={seen}
          max={maxTaskWords}
          height={72}
          onInput={(typed) => draft.change({ seen: typed })}
        />
      </View>
      <View className="sub mt3 mb2">
        {found === 'relapsed' ? words.photosOfRelapse : words.photos}
      </View>
      <PhotoRow
        {...photos}
        onSite={{ text: onSitePhotoWords.take, onTap: () => photos.takeOnSite(old) }}
      />
      <UncheckedShots files={draft.value.photos ?? []} />
    </View>
  )
}
