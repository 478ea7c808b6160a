import { View } from '@tarojs/components'
import { useState } from 'react'
import { objectionDeskWords as words } from '@/copy/objection-staff'
import type { ActionOutput } from '@/contract/actions'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { ClearedPhotos } from '@/src/acting/cleared-photos'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RestoredNote } from '@/src/acting/restored-note'
import { StoredPhotos } from '@/src/acting/stored-photos'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { useDraft } from '@/src/platform/use-draft'

type Opened = ActionOutput<'feedback.openObjection'>

interface Props {
  objection: ActionOutput<'feedback.getObjection'>
  act: Acting
}

const maxSummary = 500
const nothing = { summary: '', clearedPhotoIds: [] as readonly string[] }

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
    <View>
      <View className="dim mb2">{words.readLine}</View>
      <ActionButton
        kind="outlined"
        icon="eye"
        text={words.readOriginal}
        busy={act.busy}
        onTap={open}
      />
      {opened && <Original opened={opened} />}
      {events.includes('summarizeObjection') && (
        <View className="mt4">
          <RestoredNote draft={draft} />
          <View className="name mb2">{words.summary}</View>
          <DraftBox
            draft={draft}
            label={words.summary}
            placeholder={words.summaryHint}
            text={summary}
            max={maxSummary}
            onInput={(typed) => draft.change({ summary: typed })}
          />
          <ClearedPhotos
            label={words.photosToShow}
            photos={opened?.photos ?? []}
            cleared={clearedPhotoIds}
            onChange={(chosen) => draft.change({ clearedPhotoIds: chosen })}
          />
          <View className="mt4">
            <ActionButton
              text={words.summarize}
              busy={act.busy}
              blocked={blockedBy(
                opened === null && words.openFirst,
                !summary.trim() && words.summaryNeeded,
                tooLong(summary, maxSummary),
              )}
              onTap={send}
            />
          </View>
        </View>
      )}
    </View>
  )
}

function Original({ opened: { words: said, contactPhone, photos } }: { opened: Opened }) {
  return (
    <View className="mt3">
      <Card>
        <View>{said}</View>
        <View className="dim mt2">
          {words.contact} {contactPhone}
        </View>
      </Card>
      <StoredPhotos photos={photos} alt={words.photo} />
    </View>
  )
}
