import { maxExtensionPlan } from '@/contract/task/limits'
import { maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { extensionWords as words } from '@/copy/task-parts'
import { addDays } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { DateField } from '@/src/components/ask/field/date-field'
import { Sheet } from '@/src/components/frame/sheet'
import { useDraft } from '@/src/platform/use-draft'
import type { StaffTask } from '../staff-task'

const nothing = { chosen: '', to: '', reason: '', plan: '' }

type Extendable = StaffTask['extendable'][number]

/** Names a part in the form; compared only. */
const keyOf = ({ part }: Extendable): string => JSON.stringify(part)

/** 申请延期: which part, until when, why, and how it will be done by then. */
export function ExtendSheet({ task, act }: { task: StaffTask; act: Acting }) {
  const draft = useDraft(`extend.${task.id}`, nothing)
  const { to, reason, plan } = draft.value
  const only = task.extendable.length === 1 ? task.extendable[0] : undefined
  const chosen = task.extendable.find((each) => keyOf(each) === draft.value.chosen) ?? only
  const send = async () => {
    if (!chosen) return
    const said = { to, reason: reason.trim(), plan: plan.trim() }
    const input = { taskId: task.id, part: chosen.part, ...said }
    if (await act.run(deed('task.extend', input, { told: words.asked }))) draft.clear()
  }
  return (
    <Sheet
      open
      title={words.extend}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.extend}
          busy={act.busy}
          blocked={blockedBy(
            !chosen && words.partNeeded,
            !to && words.toNeeded,
            chosen !== undefined && to !== '' && to <= chosen.from && words.toTooEarly,
            !reason.trim() && words.whyNeeded,
            tooLong(reason, maxReason),
            !plan.trim() && words.planNeeded,
            tooLong(plan, maxExtensionPlan),
          )}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="mb3">{words.line}</View>
      <View className="name mb2">{words.part}</View>
      <RadioList
        label={words.part}
        options={task.extendable.map((each) => ({
          value: keyOf(each),
          text: words.from(each.text ?? words.whole, each.from),
        }))}
        value={chosen ? keyOf(chosen) : null}
        onChange={(key) => draft.change({ chosen: key })}
      />
      <View className="mt3">
        <DateField
          label={words.to}
          value={to}
          {...(chosen && { from: addDays(chosen.from, 1) })}
          shown={to && fullDay(to)}
          placeholder={words.choose}
          onChange={(day) => draft.change({ to: day })}
        />
      </View>
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.why}
          text={reason}
          max={maxReason}
          height={72}
          onInput={(typed) => draft.change({ reason: typed })}
        />
      </View>
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.plan}
          text={plan}
          max={maxExtensionPlan}
          height={72}
          onInput={(typed) => draft.change({ plan: typed })}
        />
      </View>
    </Sheet>
  )
}
