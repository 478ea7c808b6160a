import { View } from '@tarojs/components'
import { useState } from 'react'
import { deskWords as words } from '@/copy/desk'
import { errorTexts } from '@/copy/errors'
import { pollutionTypeNames } from '@/copy/feedback'
import { type PollutionType, pollutionTypes } from '@/domain/feedback/feedback'
import { ActionButton } from '@/src/components/action-button'
import { NoteBlock } from '@/src/components/note-block'
import { ReportBox } from '@/src/components/report-box'
import { SwitchRow } from '@/src/components/row/switch-row'
import { Sheet } from '@/src/components/sheet'
import { toast } from '@/src/components/toast/toast-bus'
import { useSend } from '@/src/platform/use-send'
import { type AccusedUnit, AccusedUnits } from './accused-units'
import type { Original } from '../handled'

interface AdmitSheetProps {
  open: boolean
  feedbackId: string
  /** Photos can be cleared after the originals were opened. */
  original: Original | null
  onDone: () => Promise<void>
  onClose: () => void
}

/** 受理: the 摘要 that handlers will read, the types, cleared photos, who is accused. */
export function AdmitSheet({ open, feedbackId, original, onDone, onClose }: AdmitSheetProps) {
  const [summary, setSummary] = useState('')
  const [types, setTypes] = useState<readonly PollutionType[]>([])
  const [cleared, setCleared] = useState<readonly string[]>([])
  const [accused, setAccused] = useState<readonly AccusedUnit[]>([])
  const { send, busy, error } = useSend('feedback.admit')
  const submit = async () => {
    const done = await send({
      feedbackId,
      summary: summary.trim(),
      pollutionTypes: [...types],
      clearedPhotoIds: [...cleared],
      accusedUnitIds: accused.map(({ id }) => id),
      regionCode: null,
    })
    if (!done) return
    toast(words.admitted)
    await onDone()
  }
  const blocked = !summary.trim() ? words.summary : types.length === 0 ? words.chooseTypes : null
  return (
    <Sheet
      open={open}
      title={words.admitTitle}
      onClose={onClose}
      foot={
        <ActionButton
          text={words.admit}
          busy={busy}
          blocked={blocked}
          onTap={() => void submit()}
        />
      }
    >
      <NoteBlock icon="lock" tone="amber">
        {words.admitLine}
      </NoteBlock>
      <View className="mt3">
        <ReportBox
          label={words.summary}
          placeholder={words.summary}
          max={500}
          height={72}
          onInput={setSummary}
        />
      </View>
      {error && <View className="sub ink-amber mt2">{errorTexts[error.code]}</View>}
      <View className="name mt3">{words.types}</View>
      {pollutionTypes.map((type) => (
        <SwitchRow
          key={type}
          name={pollutionTypeNames[type]}
          checked={types.includes(type)}
          onChange={(on) =>
            setTypes((before) => (on ? [...before, type] : before.filter((each) => each !== type)))
          }
        />
      ))}
      {original && original.photos.length > 0 && (
        <View className="mt3">
          <View className="name">{words.clearPhotos}</View>
          {original.photos.map(({ fileId }, place) => (
            <SwitchRow
              key={fileId}
              name={words.photo(place + 1)}
              checked={cleared.includes(fileId)}
              onChange={(on) =>
                setCleared((before) =>
                  on ? [...before, fileId] : before.filter((each) => each !== fileId),
                )
              }
            />
          ))}
        </View>
      )}
      <AccusedUnits accused={accused} onChange={setAccused} />
    </Sheet>
  )
}
