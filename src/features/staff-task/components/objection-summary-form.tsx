import { maxObjectionSummary } from '@/contract/objection/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { objectionDeskWords as words } from '@/copy/objection-staff'
import type { ActionOutput } from '@/contract/actions'
import { ClearedPhotos } from '@/src/acting/cleared-photos'
import { deed } from '@/src/acting/deed'
import { SealedSummary } from '@/src/acting/sealed-summary'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { StoredVoice } from '@/src/acting/stored-voice'
import type { Acting } from '@/src/acting/use-act'
import { Card } from '@/src/components/show/card'
import { useDraft } from '@/src/platform/use-draft'

type Opened = ActionOutput<'feedback.openObjection'>

interface Props {
  objection: ActionOutput<'feedback.getObjection'>
  act: Acting
}

const noPhotos: readonly string[] = []
const nothing = { summary: '', clearedPhotoIds: noPhotos }

/** Intake reads the sealed words, after a recorded look, and writes what the office may know. */
export function ObjectionSummaryForm({ objection: { id, events }, act }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const draft = useDraft<typeof nothing>(`objection-summary.${id}`, nothing)
  const { summary, clearedPhotoIds } = draft.value
  const look = { objectionId: id }
  const open = () =>
    void act.run(deed('feedback.openObjection', look, { then: (output) => setOpened(output) }))
  const send = () => {
    const input = { ...look, summary: summary.trim(), clearedPhotoIds: [...clearedPhotoIds] }
    void act.run(deed('feedback.summarizeObjection', input, { told: words.summarized }), draft)
  }
  return (
    <SealedSummary
      words={words}
      act={act}
      onLook={open}
      opened={opened && <Original opened={opened} />}
      mayWrite={events.includes('summarizeObjection')}
      draft={draft}
      text={summary}
      max={maxObjectionSummary}
      onInput={(typed) => draft.change({ summary: typed })}
      onSend={send}
    >
      <ClearedPhotos
        label={words.photosToShow}
        photos={opened?.photos ?? []}
        cleared={clearedPhotoIds}
        onChange={(chosen) => draft.change({ clearedPhotoIds: chosen })}
      />
    </SealedSummary>
  )
}

function Original({ opened: { words: said, contactPhone, photos, voice } }: { opened: Opened }) {
  return (
    <View className="mt3">
      <Card>
        <View>{said}</View>
        <StoredVoice voice={voice} />
        <View className="dim mt2">
          {words.contact} {contactPhone}
        </View>
      </Card>
      <StoredPhotos photos={photos} alt={words.photo} />
    </View>
  )
}
