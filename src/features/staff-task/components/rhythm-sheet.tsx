import { maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { rhythmWords as words } from '@/copy/rhythm'
import { maxRhythm } from '@/domain/task/rhythm'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { TextField } from '@/src/components/ask/field/text-field'
import { Sheet } from '@/src/components/frame/sheet'
import { useDraft } from '@/src/platform/use-draft'
import type { Rhythm } from '../rhythms'

const nothing = { months: '', reason: '' }

const monthsOf = (typed: string): number | null => {
  const months = Number(typed)
  return Number.isInteger(months) && months >= 1 && months <= maxRhythm ? months : null
}

/** 改多久一次: how often from the time after the next, and why. */
export function RhythmSheet(props: { taskId: string; rhythm: Rhythm; act: Acting }) {
  const { taskId, rhythm, act } = props
  const { about, text, everyMonths, nextOn } = rhythm
  const draft = useDraft(`changeRhythm.${taskId}.${about}`, nothing)
  const { months, reason } = draft.value
  const every = monthsOf(months)
  const send = () => {
    if (every === null) return
    const said = { everyMonths: every, reason: draft.read().reason.trim() }
    const input = { taskId, measureId: about || null, ...said }
    return act.run(deed('task.changeRhythm', input, { told: words.changed }), draft)
  }
  return (
    <Sheet
      open
      title={words.change}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.change}
          busy={act.busy}
          blocked={blockedBy(
            every === null && words.monthsNeeded,
            !reason.trim() && words.reasonNeeded,
            tooLong(reason, maxReason),
          )}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View>{text ?? words.whole}</View>
      <View className="sub mt1 mb3">{words.often(everyMonths, nextOn)}</View>
      <TextField
        key={draft.generation}
        label={words.months}
        initial={months}
        kind="number"
        max={2}
        hint={words.changeLine}
        error={months !== '' && every === null ? words.wrong : null}
        onInput={(typed) => draft.change({ months: typed })}
      />
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.reason}
          text={reason}
          max={maxReason}
          onInput={(typed) => draft.change({ reason: typed })}
        />
      </View>
    </Sheet>
  )
}
