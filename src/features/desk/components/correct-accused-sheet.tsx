import { maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { deskWords as words } from '@/copy/desk'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Sheet } from '@/src/components/frame/sheet'
import { useDraft } from '@/src/platform/use-draft'
import type { Handled } from '../handled'
import { type AccusedUnit, AccusedUnits } from './accused-units'

interface CorrectionDraft {
  readonly accused: readonly AccusedUnit[]
  readonly reason: string
}

/** 更正被反映单位: marked wrongly, or found out later. */
export function CorrectAccusedSheet({ handled, act }: { handled: Handled; act: Acting }) {
  const empty: CorrectionDraft = { accused: handled.accused ?? [], reason: '' }
  const draft = useDraft(`correctAccused.${handled.id}`, empty)
  const { accused, reason } = draft.value
  const submit = async () => {
    const accusedUnitIds = accused.map(({ id }) => id)
    const input = { feedbackId: handled.id, accusedUnitIds, reason: reason.trim() }
    const following = { told: words.accusedCorrected }
    if (await act.run(deed('feedback.correctAccused', input, following))) draft.clear()
  }
  return (
    <Sheet
      open
      title={words.correctAccused}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.correctAccused}
          busy={act.busy}
          blocked={blockedBy(!reason.trim() && words.correctNeeded, tooLong(reason, maxReason))}
          onTap={() => void submit()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <AccusedUnits accused={accused} onChange={(next) => draft.change({ accused: next })} />
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.correctLabel}
          text={reason}
          max={maxReason}
          height={72}
          onInput={(said) => draft.change({ reason: said })}
        />
      </View>
    </Sheet>
  )
}
