import { maxObjectionWords } from '@/contract/objection/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { groundNames, objectionWords as words } from '@/copy/objection'
import { type ObjectionGround, objectionGrounds } from '@/domain/objection/objection'
import { isPhone, maxPhone } from '@/domain/organization/phone'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { dropFiles, useFormPhotos } from '@/src/acting/use-form-photos'
import { useFormVoice } from '@/src/acting/use-form-voice'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { ReasonOptions } from '@/src/components/ask/choice'
import { TextField } from '@/src/components/ask/field/text-field'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { PhotoRow } from '@/src/components/ask/photo-row'
import { wayTo } from '@/src/platform/navigation'
import { useObjection } from '../use-objection'

interface ObjectionFormProps {
  taskId: string
  title: string
  notice: ReactNode
  reload: () => Promise<void>
}

const grounds = objectionGrounds.map((value: ObjectionGround) => ({
  value,
  text: groundNames[value],
}))

/** Kept as it is typed, sent once also without a network; a late one says what it became. */
export function ObjectionForm({ taskId, title, notice, reload }: ObjectionFormProps) {
  const { draft, typed, delivery, report, send } = useObjection(taskId, reload)
  const photos = useFormPhotos(
    typed.photos,
    () => draft.read().photos,
    (chosen) => draft.change({ photos: chosen }),
  )
  const voice = useFormVoice(typed.voice, (kept) => draft.change({ voice: kept }))
  const phone = typed.contactPhone.trim()
  if (report) return <BecameReport title={title} report={report} />
  return (
    <PageShell
      title={words.title}
      foot={
        !delivery.waiting && (
          <FootBar>
            <ActionButton
              text={words.send}
              busy={delivery.busy}
              blocked={blockedBy(
                typed.ground === null && words.groundNeeded,
                !typed.words.trim() && !typed.voice && words.saidNeeded,
                tooLong(typed.words, maxObjectionWords),
                !phone && words.contactNeeded,
                !isPhone(phone) && words.contactWrong,
              )}
              onTap={() => void send()}
            />
          </FootBar>
        )
      }
    >
      {notice}
      <View className="title mb3">{title}</View>
      {delivery.waiting ? (
        <WaitingNote item={delivery.waiting} />
      ) : (
        <View>
          <RestoredNote
            draft={draft}
            onEmpty={() => dropFiles([...typed.photos, ...(typed.voice ? [typed.voice] : [])])}
          />
          <RefusalNote text={delivery.refusal} />
          <View className="head mb2">{words.ground}</View>
          <ReasonOptions
            label={words.ground}
            options={grounds}
            value={typed.ground}
            onChange={(ground) => draft.change({ ground })}
          />
          <View className="head mt4 mb2">{words.said}</View>
          <DraftBox
            draft={draft}
            label={words.said}
            placeholder={words.placeholder}
            text={typed.words}
            max={maxObjectionWords}
            height={88}
            onInput={(said) => draft.change({ words: said })}
            voice={voice}
          />
          <View className="mt3">
            <PhotoRow {...photos} />
          </View>
          <View className="mt4" key={draft.generation}>
            <TextField
              label={words.contact}
              placeholder={words.contactHint}
              initial={typed.contactPhone}
              max={maxPhone}
              onInput={(contactPhone) => draft.change({ contactPhone })}
            />
          </View>
        </View>
      )}
      <View className="mt3">
        <NoteBlock icon="lock">
          <View>{words.sealed}</View>
          <View className="mt2">{words.promise}</View>
          <View className="mt2">{words.late}</View>
        </NoteBlock>
      </View>
    </PageShell>
  )
}

interface BecameReportProps {
  title: string
  report: { id: string; number: string; why: 'late' | 'noContact' }
}

function BecameReport({ title, report: { id, number, why } }: BecameReportProps) {
  return (
    <PageShell title={words.title}>
      <View className="title mb3">{title}</View>
      <View role="status">
        <NoteBlock icon="info">
          <View className="name">{words.becameReport}</View>
          <View>{words.becameReportLine[why](number)}</View>
        </NoteBlock>
      </View>
      <View className="mt4">
        <ActionButton text={words.seeReport} {...wayTo('pages/progress', { id })} />
      </View>
    </PageShell>
  )
}
