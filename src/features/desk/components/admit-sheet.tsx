import { maxFeedbackSummary } from '@/contract/feedback/limits'
import { View } from '@tarojs/components'
import { deskWords as words } from '@/copy/desk'
import { pollutionTypeNames } from '@/copy/feedback'
import { type PollutionType, pollutionTypes } from '@/domain/feedback/feedback'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { ClearedPhotos } from '@/src/acting/cleared-photos'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { NoteBlock } from '@/src/components/show/note-block'
import { SwitchRow } from '@/src/components/show/row/switch-row'
import { Sheet } from '@/src/components/frame/sheet'
import { useDraft } from '@/src/platform/use-draft'
import type { Original } from '../handled'
import { type AccusedUnit, AccusedUnits } from './accused-units'

interface AdmitDraft {
  readonly summary: string
  readonly types: readonly PollutionType[]
  readonly cleared: readonly string[]
  readonly accused: readonly AccusedUnit[]
}

const nothingSaid: AdmitDraft = { summary: '', types: [], cleared: [], accused: [] }

interface AdmitSheetProps {
  feedbackId: string
  /** Photos can be cleared after the originals were opened. */
  original: Original | null
  act: Acting
}

const toggled = <T,>(list: readonly T[], one: T, on: boolean): readonly T[] =>
  on ? [...list.filter((each) => each !== one), one] : list.filter((each) => each !== one)

/** 受理: the 摘要 that handlers will read, the types, cleared photos, who is accused. */
export function AdmitSheet({ feedbackId, original, act }: AdmitSheetProps) {
  const draft = useDraft<AdmitDraft>(`admit.${feedbackId}`, nothingSaid)
  const { summary, types, cleared, accused } = draft.value
  const photos = original?.photos ?? []
  const submit = async () => {
    const input = {
      feedbackId,
      summary: summary.trim(),
      pollutionTypes: [...types],
      // Only what is shown on this sheet now: photos are, once the originals were opened.
      clearedPhotoIds: photos.map(({ fileId }) => fileId).filter((id) => cleared.includes(id)),
      accusedUnitIds: accused.map(({ id }) => id),
      regionCode: null,
    }
    const following = { told: words.admitted, consent: ['deadline'] as const }
    await act.run(deed('feedback.admit', input, following), draft)
  }
  return (
    <Sheet
      open
      title={words.admitTitle}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.admit}
          busy={act.busy}
          blocked={blockedBy(
            !summary.trim() && words.summaryNeeded,
            tooLong(summary, maxFeedbackSummary),
            types.length === 0 && words.chooseTypes,
          )}
          onTap={() => void submit()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <NoteBlock icon="lock" tone="amber">
        {words.admitLine}
      </NoteBlock>
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.summary}
          text={summary}
          max={maxFeedbackSummary}
          height={72}
          onInput={(said) => draft.change({ summary: said })}
        />
      </View>
      <View className="name mt3">{words.types}</View>
      {pollutionTypes.map((type) => (
        <SwitchRow
          key={type}
          name={pollutionTypeNames[type]}
          checked={types.includes(type)}
          onChange={(on) => draft.change({ types: toggled(draft.read().types, type, on) })}
        />
      ))}
      <ClearedPhotos
        label={words.clearPhotos}
        photos={photos}
        cleared={cleared}
        onChange={(chosen) => draft.change({ cleared: chosen })}
      />
      <AccusedUnits accused={accused} onChange={(next) => draft.change({ accused: next })} />
    </Sheet>
  )
}
