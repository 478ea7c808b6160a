import { maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { negotiationWords as words } from '@/copy/negotiation'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { NoteBlock } from '@/src/components/show/note-block'
import { Sheet } from '@/src/components/frame/sheet'
import { useDraft } from '@/src/platform/use-draft'
import type { Timeline } from '../hooks/use-replies'
import { MeasureDates } from './measure-dates'

interface ReopenDraft {
  readonly days: Readonly<Record<string, string>>
  readonly reason: string
}

const nothing: ReopenDraft = { days: {}, reason: '' }

/** 重新商定: other dates than those agreed, and why; the agreed ones bind until both agree again. */
export function ReopenSheet({ timeline, act }: { timeline: Timeline; act: Acting }) {
  const draft = useDraft<ReopenDraft>(`reopenTerms.${timeline.id}`, nothing)
  const { days, reason } = draft.value
  // What is done is not agreed again.
  const measures = timeline.measures.filter(({ isDone }) => !isDone)
  const dates = measures.map(({ id: measureId, agreedOn }) => ({
    measureId,
    on: days[measureId] ?? agreedOn ?? '',
  }))
  const isMoved = measures.some(({ id, agreedOn }) => (days[id] ?? agreedOn) !== agreedOn)
  const submit = () =>
    act.run(
      deed(
        'enterprise.reopenTerms',
        { timelineId: timeline.id, dates, reason: reason.trim() },
        { told: words.reopened, consent: ['timeline'] },
      ),
      draft,
    )
  return (
    <Sheet
      open
      title={words.reopen}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.sendReopening}
          busy={act.busy}
          blocked={blockedBy(
            dates.some(({ on }) => on === '') && words.chooseAll,
            !isMoved && words.moveOne,
            !reason.trim() && words.reopenNeeded,
            tooLong(reason, maxReason),
          )}
          onTap={() => void submit()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <NoteBlock icon="scale" tone="amber">
        {words.reopenLine}
      </NoteBlock>
      <View className="mt3">
        <MeasureDates
          label={words.newDate}
          measures={measures}
          dates={dates}
          until={timeline.latestOn}
          onChange={(id, on) => draft.change({ days: { ...draft.read().days, [id]: on } })}
        />
      </View>
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.reopenReason}
          text={reason}
          max={maxReason}
          height={72}
          onInput={(said) => draft.change({ reason: said })}
        />
      </View>
    </Sheet>
  )
}
