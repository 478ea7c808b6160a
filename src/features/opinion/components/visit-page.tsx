import { maxMet, maxSaid } from '@/contract/task/limits'
import { maxPerson } from '@/contract/limits'
import { View } from '@tarojs/components'
import { visitWords as words } from '@/copy/opinion'
import { fullDay } from '@/copy/moment'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { useDelivery } from '@/src/acting/use-delivery'
import { dropFiles, useFormPhotos } from '@/src/acting/use-form-photos'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { PhotoRow } from '@/src/components/ask/photo-row'
import { TextLink } from '@/src/components/tap/text-link'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import type { KeptFile } from '@/src/platform/kept-file'
import { goBack, wayTo } from '@/src/platform/navigation'
import type { Attachment } from '@/src/platform/outbox-item'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'

interface VisitDraft {
  readonly on: string
  readonly companion: string
  readonly met: string
  readonly said: string
  readonly photos: readonly KeptFile[]
}
const nothing: VisitDraft = { on: '', companion: '', met: '', said: '', photos: [] }

/** 上门听村里说; goes by the outbox, for a village may have no network. */
export function VisitPage({ taskId, villageCode }: { taskId: string; villageCode: string }) {
  const draft = useDraft<VisitDraft>(`visit.${taskId}.${villageCode}`, nothing)
  const delivery = useDelivery('task.visitVillage', draft, () => {
    toast(words.sent)
    goBack()
  })
  const typed = draft.value
  const photos = useFormPhotos(
    typed.photos,
    () => draft.read().photos,
    (chosen) => draft.change({ photos: chosen }),
  )
  const send = () => {
    const { photos: kept, on, companion, met, said } = draft.read()
    const attachments = kept.map((file): Attachment => ({ file, field: 'minutesIds', many: true }))
    const words = { companion: companion.trim(), met: met.trim(), said: said.trim() }
    void delivery.send({ taskId, villageCode, on, ...words, minutesIds: [] }, { attachments })
  }
  const { waiting } = delivery
  const { load } = useAction('opinion.listAsked', { taskId })
  const asked = load.face === 'ready' ? load.data : null
  const village = asked?.toVisit.find(({ code }) => code === villageCode)
  // What was written in the village is not thrown away, whatever happened meanwhile.
  const isEmpty = typed.photos.length === 0 && !(typed.companion + typed.met + typed.said).trim()
  if (asked && isEmpty && !waiting && !(village && asked.events.includes('visitVillage')))
    return <NotNow taskId={taskId} title={asked.title} />
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        !waiting && (
          <FootBar>
            <ActionButton
              text={words.send}
              busy={delivery.busy}
              blocked={blockedBy(
                typed.on === '' && words.dayNeeded,
                !typed.companion.trim() && words.companionNeeded,
                !typed.met.trim() && words.metNeeded,
                !typed.said.trim() && words.saidNeeded,
                tooLong(typed.said, maxSaid),
                typed.photos.length === 0 && words.minutesNeeded,
              )}
              onTap={send}
            />
          </FootBar>
        )
      }
    >
      {asked && (
        <View className="mb3">
          <View className="title">{asked.title}</View>
          {village && <View className="dim mt1">{words.village(village.name)}</View>}
        </View>
      )}
      <RefusalNote text={delivery.refusal} />
      {waiting ? (
        <WaitingNote item={waiting} />
      ) : (
        <View>
          <RestoredNote draft={draft} onEmpty={() => dropFiles(typed.photos)} />
          <View key={draft.generation}>
            <DateField
              label={words.on}
              value={typed.on}
              shown={typed.on ? fullDay(typed.on) : ''}
              placeholder={words.on}
              until={beijingDay(serverNow())}
              onChange={(on) => draft.change({ on })}
            />
            <TextField
              label={words.companion}
              max={maxPerson}
              initial={typed.companion}
              onInput={(companion) => draft.change({ companion })}
            />
            <TextField
              label={words.met}
              placeholder={words.metHint}
              max={maxMet}
              initial={typed.met}
              onInput={(met) => draft.change({ met })}
            />
          </View>
          <View className="name mt3 mb2">{words.said}</View>
          <DraftBox
            draft={draft}
            label={words.said}
            text={typed.said}
            max={maxSaid}
            onInput={(said) => draft.change({ said })}
          />
          <View className="name mt3 mb2">{words.minutes}</View>
          <PhotoRow {...photos} />
          <View className="mt4">
            <NoteBlock icon="lock">{words.line}</NoteBlock>
          </View>
        </View>
      )}
    </PageShell>
  )
}

/** Nobody fills in a visit that is not due: who has spoken, and until when the others may, stands there. */
function NotNow({ taskId, title }: { taskId: string; title: string }) {
  return (
    <PageShell title={words.title} secrecy>
      <View className="title mb3">{title}</View>
      <NoteBlock
        icon="info"
        action={
          <TextLink
            text={words.seeAsked}
            go="right"
            {...wayTo('subpackages/village/asked', { id: taskId })}
          />
        }
      >
        {words.notNow}
      </NoteBlock>
    </PageShell>
  )
}
